import { describe, expect, it } from 'vitest';
import { isAutomaticReply } from '../../src/judge/automatic.ts';

describe('an automatic reply from a human account', () => {
  it.each([
    'Your request (12345) has been received and is being reviewed by our support staff.',
    'Thank you for contacting Hallmere. We have received your email and will respond within 2 business days.',
    "Thanks for reaching out! This is an automated message to confirm we've got your email.",
    'Hi Anna,\n\nWe received your request and will get back to you as soon as possible.\n\nThe support team',
    'A new support ticket has been created for you: #4471. Our team will reply within 24 hours.',
    "Thanks for your message! We're away right now and will get back to you during business hours.",
    'All our agents are currently busy. Please stay on the line.',
    'You are number 4 in the queue.',
    'Please do not reply to this email. This mailbox is not monitored.',
    'Спасибо за ваше обращение! Мы получили ваше письмо и ответим в течение 24 часов.',
    'Ваше обращение № 4471 зарегистрировано. Ожидайте ответа специалиста.',
    'Ваша заявка принята. Срок рассмотрения три рабочих дня.',
    'Все операторы сейчас заняты. Пожалуйста, ожидайте ответа.',
    'Это автоматический ответ, отвечать на него не нужно.',
    'Сейчас нерабочее время. Ответим вам утром.',
  ])('%s', (text) => {
    expect(isAutomaticReply(text, true)).toBe(true);
  });

  it.each([
    'Out of office: back on Monday',
    'I am currently out of the office with limited access to e-mail. I will be back on Monday.',
    'Я в отпуске до 15 июля, по срочным вопросам пишите коллегам.',
    'Меня не будет в офисе до понедельника.',
  ])('absent, wherever it stands: %s', (text) => {
    expect(isAutomaticReply(text, false)).toBe(true);
  });
});

describe('a person’s answer', () => {
  it.each([
    "Hi Anna, we've received your return and the refund is on its way.",
    'I have received your email and passed it on to billing.',
    'We have received your request and I am looking into it now.',
    'We received your message. The lamp is out of stock; the brass one we do have, shall I send that?',
    'Hello! How can I help you today?',
    'Thank you for contacting us. Your order left the warehouse this morning.',
    'Our office is closed on Sunday, but you can come on Monday from nine.',
    'Anna, ваше обращение получено, я уже смотрю.',
    'Здравствуйте! Ваша заявка принята, мастер Иван будет завтра с 10 до 12, подготовьте доступ к счётчику. Вам удобно?',
    'Автоматический режим включается кнопкой справа.',
    'The automatic door opens at seven.',
    'дарья записываю доктор петрова в отпуске до двадцатого но есть ахмедов',
    'Нет, Валерия в отпуске, я Камилла.',
    'Я Родион, сотрудник поддержки, не автоответчик.',
    'Ваше обращение принято к сведению.',
    '',
  ])('%s', (text) => {
    expect(isAutomaticReply(text, true)).toBe(false);
  });

  it('is no receipt once somebody has answered', () => {
    expect(isAutomaticReply('We have received your request.', false)).toBe(false);
  });

  it('is told in linear time from the longest texts', () => {
    expect(isAutomaticReply('i am currently out of the office '.repeat(50), true)).toBe(false);
  });
});
