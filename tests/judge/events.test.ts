import { describe, expect, it } from 'vitest';
import { readEvent } from '../../src/judge/events.ts';

describe('the event that a notice states', () => {
  it.each([
    ['Li joined', 'joined', 'Li'],
    ['Li Wei joined the chat', 'joined', 'Li Wei'],
    ['Agent Meera has joined the conversation.', 'joined', 'Meera'],
    ['Trey accepted the chat', 'joined', 'Trey'],
    ['Rakesh picked up the conversation', 'joined', 'Rakesh'],
    ['You are now chatting with Kiara.', 'joined', 'Kiara'],
    ['shipping_2 was added. Vic left.', 'joined', 'shipping_2'],
    ['Dev assigned', 'assigned', 'Dev'],
    ['Assigned to Dana', 'assigned', 'Dana'],
    ['Ticket assigned to Dana Scully by Fox', 'assigned', 'Dana Scully'],
    ['Gia assigned the conversation to Rex', 'assigned', 'Rex'],
    ['Conversation was assigned to Dana', 'assigned', 'Dana'],
    ['Reassigned from Tom to Dana', 'assigned', 'Dana'],
    ['Tom transferred the chat to Dana', 'transferred', 'Dana'],
    ['Chat transferred to Dana', 'transferred', 'Dana'],
    ['Agent Meera transferred the chat to Agent Tushar', 'transferred', 'Tushar'],
    ['You are being transferred to an agent', 'transferred', null],
    ['Transfer successful', 'transferred', null],
    ['Jasper joined, Mia left', 'joined', 'Jasper'],
    ['Kiran has left', 'left', 'Kiran'],
    ['Faith Okoro left. Chat ended.', 'closed', null],
    ['Conversation closed by Ty', 'closed', null],
    ['Heather ended the chat', 'closed', null],
    ['Chat resolved', 'closed', null],
    ['Ticket #4471 was closed', 'closed', null],
    ['Специалист Жанна подключилась', 'joined', 'Жанна'],
    ['Артур присоединился к чату', 'joined', 'Артур'],
    ['К диалогу подключилась Ариадна Викторовна', 'joined', 'Ариадна Викторовна'],
    ['К чату присоединился оператор Глеб', 'joined', 'Глеб'],
    ['Оператор Светлана на связи', 'joined', 'Светлана'],
    ['Специалист Ольга Ильина в чате', 'joined', 'Ольга Ильина'],
    ['Диана присоединилась. Юлия покинула чат', 'joined', 'Диана'],
    ['Вас приветствует оператор Глеб', 'joined', 'Глеб'],
    ['Обращение переназначено на К. Дудник', 'assigned', 'К. Дудник'],
    ['Диалог переназначен: Визовый центр 2', 'assigned', 'Визовый центр 2'],
    ['Назначен исполнитель: Глеб', 'assigned', 'Глеб'],
    ['Ответственный: Глеб', 'assigned', 'Глеб'],
    ['Диалог переведён на оператора Глеб', 'transferred', 'Глеб'],
    ['Чат передан специалисту Майя', 'transferred', 'Майя'],
    ['Диалог переведён на оператора', 'transferred', null],
    ['Чат передан оператору', 'transferred', null],
    ['Вы переведены на специалиста', 'transferred', null],
    ['Перевод на оператора', 'transferred', null],
    ['Юлия покинула чат', 'left', 'Юлия'],
    ['Чат завершён оператором', 'closed', null],
    ['Тикет #99120 закрыт', 'closed', null],
    ['Обращение закрыто', 'closed', null],
    ['Оператор завершил диалог', 'closed', null],
    ['Чат закрыт автоматически', 'closed', null],
  ])('%s: %s %s', (text, event, name) => {
    const read = readEvent(text);
    expect([read.event, event === 'closed' ? null : read.name]).toEqual([event, name]);
  });

  it.each([
    'Account has been pulled up for Chloe Zhang.',
    'Identity verification in progress ...',
    'Querying the system for an answer ...',
    'Bot collected: topic=returns, order=R-77213',
    'Conversation started from Instagram shop',
    'К диалогу прикреплён файл «Вклады_март.pdf»',
    'Клиент не отвечает',
    'Клиент не в сети',
    'Priority changed to high',
    'Оценка: 5',
    '',
  ])('%s states none', (text) => {
    expect(readEvent(text).event).toBe('other');
  });
});
