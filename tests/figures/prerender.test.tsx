import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { FigurePlayer } from '#figures/figure-player.tsx';
import { RunBeforeAnswer } from '#figures/run-before-answer.tsx';
import { sampleFigure } from './sample-figure.ts';

test('a figure is drawn without a screen, and with no style attribute, which the page would refuse', () => {
  const asked = renderToString(<FigurePlayer figure={sampleFigure} answered={null} onPredict={() => {}} />);
  const answered = renderToString(<FigurePlayer figure={sampleFigure} answered="twice" onPredict={() => {}} />);
  const item = renderToString(
    <RunBeforeAnswer run={sampleFigure} title="The run" shownBefore={2} isAnswered={false} />,
  );
  for (const html of [asked, answered, item]) {
    expect(html).toContain('<svg');
    expect(html).not.toMatch(/\sstyle=/);
  }
  expect(item).toContain('2 of 5 steps shown');
  expect(answered).toContain('all 5 steps shown');
});
