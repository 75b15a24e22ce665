/**
 * English names with their spellings and usual short forms, one group a line; the first is the full name. Own table,
 * from general knowledge. Names of two groups (Alex, Chris, Sam) belong to both, which makes the full names no kin.
 */
const GROUPS = `
abigail abby abbie abbey gail
abraham abe bram abram
adam ad addy
adelaide addie adele heidi
adrian ade adrien
adriana adrienne adrianne addie
agnes aggie nessie
alan allan allen alun al
albert al bert bertie
alexander alex al alec alek xander sandy sasha lex alexandre aleksander alejandro alessandro александр саша алекс
alexandra alex alexa lexi lexie sandra sandy sasha allie alix alessandra alejandra александра саша
alexis alex lexi lexie
alfred alf alfie fred freddie al
alice ali allie alicia alisha alyce
alison allison ali allie alyson
amanda mandy manda
amelia amy millie milly emelia
andrew andy drew andre andreas andrei андрей
andrea andi andie drea
angela angie ange angelina
anna ann anne annie anya ana hannah nan nancy анна аня
annabel annabelle bel belle bella
anthony antony tony ant anton антон
antonia toni tonia
antonio tony toni tonio
april apryl
archibald archie
arnold arnie
arthur art artie
augustus gus augie august
barbara barb barbie babs barbra bobbie
barnabas barney
bartholomew bart bo barty
beatrice bea beatrix trixie bee
belinda bel linda lindy
benedict ben benny
benjamin ben benny benji benjy
bernadette bernie bernadetta detta bunny
bernard bernie barney
bertram bert bertie
bethany beth
beverly beverley bev
bradley brad
brandon bran brendon brendan
brenda bren
brian bryan brien
bridget bridie biddy brigid
brittany britney britt brit brittney
bronwyn bron bronwen
caleb cal
calvin cal
cameron cam
camilla cammy milla mille camille
candace candice candy
carl karl karol carlo
caroline carolyn carrie carol caro lynn karoline carolina
carol carole carrie karol
cassandra cass cassie sandra kassandra
catherine katherine kathryn katharine catharine kathrine cathryn kate katie kathy cathy kat cat kitty kit katy kath kay trina katrina katerina екатерина катя
cecilia cecily ceci celia cissy
charles charlie chuck chas charley chaz carlos carl
charlotte charlie lottie lotte char charley
chelsea chels chelsie
cheryl sheryl cher
chester chet
chloe khloe chlo
christian chris christy kristian
christina chris christy christie christine tina kristina kristine kristin kristen kirsten chrissy krissy kris кристина
christopher chris christoph kristopher kit topher kristoffer
clara claire clare klara
clarence clare
clifford cliff
clinton clint
constance connie constanze
constantine connie con costa konstantin kostas константин костя
cordelia delia
cornelius neil con corny
courtney court
craig kraig
crystal krystal chrystal
curtis curt kurt
cynthia cindy cyndi
daniel dan danny daniil danil danilo даниил даня
danielle dani daniella daniela danni
darren darrin daren
david dave davey davy dov davide давид
deborah debra deb debbie debby debora
delores dolores lola
dennis denis den denny denise денис
derek derrick dirk derick
desmond des
diana diane di dianne dianna dyanne диана
dominic dom nick dominick dominik
dominique dom nikki
donald don donnie donny
dorothy dot dottie dorothea dolly thea dory
douglas doug dougie douglass
duncan dunc
dwayne duane wayne
dylan dyl dillon
edgar ed eddie
edith edie
edmund ed eddie ned edmond
edward ed eddie ned ted teddy eddy eduardo эдуард эдик
edwin ed eddie win
eileen aileen ilene
elaine laine lainey
eleanor ellie nell nellie nora ella elinor eleanore elenor lenora
elias eli ely
elijah eli lige
elizabeth liz beth lizzie eliza betty betsy bess bessie libby lisa elisabeth elsie lizzy ellie lilibet elise елизавета лиза
ellen ellie nell elena helen elen
emily em emmy millie emilia emmie emilie emely эмилия
emma em emmy
ephraim eph
eric erik erick rick эрик
erica erika
ernest ernie
esther essie hester ester
ethan eth
eugene gene evgeny evgenii evgeniy yevgeny евгений женя
eugenia genie evgenia evgeniya yevgenia евгения женя
evan ev
evelyn eve evie lyn eveline эвелина
ezekiel zeke
ezra ez
felicity fliss flick felicia
ferdinand ferdie
florence flo flossie flora
frances fran frankie francesca fanny francine
francis frank frankie francisco francesco
franklin frank frankie
frederick fred freddie freddy rick fredrick frederic frederik
gabriel gabe gab
gabrielle gabby gabi gabriella gabriela gaby
geoffrey jeff geoff jeffrey jeffery
george georgie geordie jorge георгий
georgia georgie georgina georgiana
gerald gerry jerry
gerard gerry jerry
geraldine gerry geri
gilbert gil bert
gillian jill gill jillian
giovanni gio gianni
giuseppe beppe pino
gloria glo
gordon gord
grace gracie
graham graeme grahame
gregory greg gregg gregor grigory григорий гриша
gwendolyn gwen wendy gwendoline gwyneth
hannah hanna hana
harold harry hal
harriet harriett hattie
harrison harry
helen helena elena nell ellen yelena елена лена
henrietta hettie etta henri
henry harry hank hal henri henrik
herbert herb bert herbie
hilary hillary hil
howard howie
hubert hugh bert
hugh hughie huw hugo
ignatius iggy
imogen immy
irene irina renie irena ирина ира
isaac ike zac isak
isabella bella izzy isabel isabelle izabella isobel belle isa
isaiah ike
jacqueline jackie jacky jacquelyn jaclyn
jacob jake jakob jacoby яков яша
james jim jimmy jamie jem jaime
jane janie jenny janey jayne
janet jan jan janice
jasmine jas jazz yasmin yasmine jasmin
jason jay jase
jean jeanne jeannie jeanie
jemima mima jem
jennifer jen jenny jenn jenna jennie
jeremy jerry jez jem jeremiah
jerome jerry
jessica jess jessie jessika
joan joanie
joanna jo joanne joann johanna joey
jocelyn joss
joel joe
john johnny jack jon johnnie johnathan
jonathan jon jonny jonathon johnathan nathan
jordan jordy jordie
joseph joe joey jo josef jose pepe giuseppe
josephine jo josie jojo fifi
joshua josh
joyce joy
judith judy judi jude
julia julie jules juliana julianna yulia yuliya iuliia юлия юля
julian jules julien
justin jus juste
karen kaz karin karyn
kayla kay kaylee kaila
keith keef
kelly kel kellie kelley
kendra ken kenny
kenneth ken kenny
kevin kev
kimberly kim kimmy kimberley kimberlee
kirsten kirstie kirsty kristen
kristen kris krista kristy
kyle ky
lachlan lachie
lancelot lance
laura laurie lori lauren lora
lauren laurie lo loren
lawrence laurence larry lawrie laurie lars lorenzo
leah lea
leonard leo len lenny leon leonardo леонид
leonardo leo
leroy roy
leslie lesley les
lewis lew louis lou louie
liam william
lillian lily lil lilly liliana lilian
linda lindy lynda lin
lindsay lindsey linds lynsey
loretta etta lori
lorraine lori rainey
louis lou louie lewis luis
louise lou lulu louisa luisa
lucas luke luc luca lukas lucasz
lucille lucy lu lucia lucinda
lucy lu lucia luci
lynn lyn lynne linette
mackenzie mac kenzie mackie
madeline maddie madeleine maddy madelyn mady madelaine
madison maddie maddy
magdalena maggie lena magda madge
malcolm mal
marcus marc mark marco markus
margaret maggie meg peggy peg marge margie margo greta rita madge megan maisie margarita margot daisy маргарита рита
maria marie mary mia ria мария маша
marian marion marianne maryann
marilyn mari
marjorie marge margie
mark marc marcus марк
martha marty mattie
martin marty mart martyn
mary molly polly mae may maria marie mamie moll
matilda tilly mattie tilda
matthew matt matty mathew matteo mateo mat матвей
maureen mo maur
maurice mo morris reese
maximilian max maxim maximillian
maxwell max
maxine max maxie
megan meg meghan meaghan megs
melanie mel
melinda mel mindy linda
melissa mel missy lissa
meredith merry
michael mike mick mickey micky mikey mikel michel miguel mikhail михаил миша
michelle shelly shell micki mish michele
mildred millie milly
miranda randy mira
miriam mim mimi mitzi
mitchell mitch
mohammed mohamed muhammad mohammad muhammed mo
monica monika mona
morgan mo
muriel mu
nancy nan nance
naomi nomi
natalie nat nattie natalia natasha natalya natali наталья наташа
nathan nate nat nathaniel
nathaniel nate nat nathan nathanial
neil neal niall
nicholas nick nicky nico nicolas nikolas nikolai nikolay klaus николай коля
nicole nicky nikki nicola nikky nic colette
noah noe
nora norah honora
norman norm
oliver ollie olly oli oliviero
olivia liv livvy ollie livia
oscar oskar ozzie
oswald ozzy oz
pamela pam pammy
patricia pat patty tricia trish patsy patti patrice
patrick pat paddy rick patric padraig
paul pauly pablo pavel павел паша
paula polly pauline
penelope penny pen
percival percy
perry per
peter pete petey pedro petr pyotr pieter пётр петр петя
philip phil phillip pip felipe филипп
philippa pippa pip phillipa
phoebe pheobe
phyllis phyl
priscilla cilla prissy
prudence pru prue
quentin quinn
rachel rach rae rachael raquel
ralph rafe ralphie
ramona mona
randall randy randal
randolph randy
raphael raf rafe rafael
raymond ray
rebecca becky becca bex becks rebekah reba beck
reginald reg reggie rex
regina gina reggie
reuben ruben rube
rhonda ronda
richard rich rick dick richie ricky ritchie ricardo riccardo
robert rob bob bobby robbie bert bobbie roberto robby роберт
roberta bobbie robbie
rodney rod roddy
roderick rod rick roddy
roger rodge
roland rollie rolly
ronald ron ronnie ronny
rosalind roz ros rosalinda lindy rosalyn
rosamund ros roz rosie rosamond
rose rosie rosa
rosemary rosie rose romy
roxanne roxy roxie roxana
rufus rufe
russell russ rusty
ruth ruthie
ryan ry
salvatore sal
samantha sam sammy
samuel sam sammy
sandra sandy sondra
sarah sara sally sadie
saskia sas
scott scotty
sean shaun shawn shane
sebastian seb bas bash sebastien
selina sel celina
serena rena
seth sethy
sharon shaz shari sharron
shaun sean shawn
sheila shelagh
sherry sheri sherri cherie
shirley shirl
sidney sid sydney
silvia sylvia sylvie
simon si
simone sim
sofia sophia sophie sofie soph sofiya sofya софия софья соня
solomon sol
sonia sonya sonja
spencer spence
stacy stacey stace
stanley stan
stella stell
stephanie steph stef stefanie stephany stevie
stephen steven steve stevie stefan steph степан
stewart stuart stu stew
susan sue susie suzie suzy susanna suzanne susannah suzanna suze
sylvester sly
tabitha tabby
tamara tammy tam тамара
tamsin tam tammy thomasina
tatiana tatyana tanya tania таня татьяна
taylor tay
terence terry terrence tel terrance
theodore ted teddy theo teodor фёдор федор
theresa teresa terry tess tessa tessie terri therese
thomas tom tommy tomas
tiffany tiff tiffani
timothy tim timmy timofey
tobias toby tobe
tracy tracey trace
trevor trev
tristan tris tristram
tyler ty
tyrone ty
ulysses uly
ursula ursa
valentina val tina валентина валя
valentine val
valerie val
vanessa nessa van
vera verity
vernon vern
veronica ronnie vero nica veronika
victor vic vick viktor виктор витя
victoria vicky vicki tori vickie toria vic viktoria виктория вика
vincent vince vinny vin vinnie
viola vi
violet vi vie
virginia ginny ginger gina
vivian viv vivien vivienne
wallace wally
walter walt wally
wanda wandy
warren wazza
wendell wen del
wesley wes
wilfred wilf fred will
wilhelmina mina billie willa
william will bill billy willie wills willy liam guillermo wilhelm
winifred winnie freda win
winston win
yolanda yoli
yvonne vonnie evonne
zachary zach zack zac zak zachariah
zoe zoey zoë zo
oluwaseun seun
oluwaseyi seyi
oluwatobi tobi
babatunde tunde
oluwafemi femi
olufunke funke
ngozi goz
ifeanyi ify
chukwuemeka emeka
adebayo bayo
venkatesh venky venkat
lakshmi laxmi
krishnan krishna
subramanian subbu mani
balasubramaniam bala subbu
priyanka priya
aishwarya aish ash
siddharth sid siddhartha
abhishek abhi
aditya adi
rajesh raj
rajendra raj raju
vikram vik vicky
suresh suri
manpreet manny
guadalupe lupe lupita
francisco paco pancho kiko cisco
jose pepe
enrique kike quique
eduardo lalo edu
ignacio nacho
rosario charo
dolores lola
mercedes merche
concepcion concha conchita
alejandro alex ale
alejandra alex ale
isabel isa chabela
santiago santi
sebastian seba
fernando fer nando
javier javi
roberto beto
alberto beto
manuel manolo manu
vicente chente
luis lucho
jesus chuy
antonio tonio toño
mehmet memo
mustafa musti
ibrahim ibo ebrahim
elif elif
yusuf yousef youssef joseph
`;

const groupsOf: ReadonlyMap<string, readonly string[]> = index(GROUPS);

function index(groups: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of groups.trim().split('\n')) {
    const names = line.replaceAll('ё', 'е').split(' ');
    for (const name of names) {
      found.set(name, [...(found.get(name) ?? []), ...names]);
    }
  }
  return found;
}

/**
 * All names that an English name may stand for or be shortened to; empty for a name without a group.
 *
 * @param word a folded name (`foldWord`)
 */
export function englishKin(word: string): readonly string[] {
  return groupsOf.get(word) ?? [];
}

/** Every name of the table, folded. */
export function englishNames(): Iterable<string> {
  return groupsOf.keys();
}
