import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/text/languages.ts';

describe('the language of a text', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Hi, I would like to return my order please', 'en'],
    ['hello', 'en'],
    ['Здравствуйте, где мой заказ?', 'ru'],
    ['ок', 'ru'],
    ['Не работает Windows Update Service Manager', 'ru'],
    ['We sent it to Анна Иванова yesterday', 'en'],
    ['Добрий день, чи є у вас ця модель? Дякую', 'uk'],
    ['Здравствуйте, Айгүл Қайратқызы, заказ у вас?', 'ru'],
    ['Сәлеметсіз бе, менің тапсырысым қайда?', 'kk'],
    ['Здравейте, няма ли да получа поръчката си? Благодаря', 'bg'],
    ['Guten Tag, ich habe eine Frage zu meiner Bestellung', 'de'],
    ['Bonjour, je voudrais annuler ma commande pour demain', 'fr'],
    ['Hola, ¿cómo puedo devolver el pedido?', 'es'],
    ['Buongiorno, vorrei sapere come posso cambiare il mio ordine', 'it'],
    ['Olá, não consigo acessar minha conta', 'pt'],
    ['Dzień dobry, nie mogę się zalogować', 'pl'],
    ['こんにちは、注文について', 'und'],
    ['شكرا لكم', 'und'],
    ['12345 👍', 'und'],
    ['', 'und'],
  ];
  it.each(cases)('%s → %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('takes a Kazakh greeting in a Russian question for courtesy, and a Kazakh question for Kazakh', () => {
    expect(detectLanguage('Сәлеметсіз бе! Подскажите, когда придет заказ?')).toBe('ru');
    expect(detectLanguage('Қайырлы күн, тапсырысым қашан келеді?')).toBe('kk');
  });
});
