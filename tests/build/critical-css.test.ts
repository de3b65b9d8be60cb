import { expect, test } from 'vitest';
import { stylesheetOf } from '#build/critical-css.ts';

function check(css: string, html: string, expected: string) {
  expect(stylesheetOf(css).criticalOf(html)).toBe(expected);
}

const page = '<main class="page wide"><p class="read">…</p></main>';

test('a rule of a class that the page has is kept, one of another is not', () => {
  check('.read{a:b}.other{a:b}', page, '.read{a:b}');
});

test('of several selectors those that can match stay', () => {
  check('.read,.other,h1{a:b}', page, '.read,h1{a:b}');
});

test('a selector needs all its classes, but not those that it denies or chooses among', () => {
  const kept = '.page:not(.other){a:b}.page:is(.wide,.other){a:b}';
  check(`.page .other{a:b}${kept}`, page, kept);
});

test('what names no class is kept: elements, attributes, properties, the order of layers', () => {
  const css = '@layer base,ui;:root[data-theme=dark]{--a:b}@layer base{html{a:b}}@keyframes in{to{a:b}}';
  check(css, page, css);
});

test('a layer or a condition with nothing left in it is gone', () => {
  check('@layer ui{.other{a:b}}@media print{.other{a:b}.read{a:b}}', page, '@media print{.read{a:b}}');
});

test('rules inside a rule stay with it', () => {
  check('.read{a:b;& .other{a:b}}', page, '.read{a:b;& .other{a:b}}');
});
