// Chart.js draws the bars on a canvas. The reader's figure is a plugin's line, drawn over them.

import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import { byHand } from '../job/by-hand.js';
import { start } from '../job/start.js';
import { BAR, CATEGORIES } from '../job/story.js';

const COLOURS = { killed: '#222', wounded: '#b3541e', missing: '#7a6a9c', captured: '#3f7f7f', other: '#999' };

let yoursByChart = new WeakMap();

const overBars = {
  id: 'over-bars',
  afterDatasetsDraw(chart) {
    const { ctx, chartArea: { top, bottom }, scales: { x, y } } = chart;
    const { claims, yours } = yoursByChart.get(chart.canvas);
    ctx.save();
    ctx.lineWidth = 1.5;
    ctx.strokeStyle = '#000';
    ctx.beginPath();
    claims.forEach(({ total }, row) => {
      if (!total || total.low === total.high) return;
      const middle = y.getPixelForValue(row);
      ctx.moveTo(x.getPixelForValue(total.low), middle);
      ctx.lineTo(x.getPixelForValue(Math.min(total.high, x.max)), middle);
    });
    ctx.stroke();
    ctx.strokeStyle = '#005bbb';
    ctx.lineWidth = 2;
    ctx.setLineDash([4, 3]);
    ctx.beginPath();
    ctx.moveTo(x.getPixelForValue(yours), top);
    ctx.lineTo(x.getPixelForValue(yours), bottom);
    ctx.stroke();
    ctx.restore();
  },
};

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip, overBars);

function bars(place, { claims }, first) {
  const canvas = document.createElement('canvas');
  const box = document.createElement('div');
  box.style.position = 'relative';
  // A canvas may be no higher than browsers allow.
  box.style.height = `${Math.min(claims.length * BAR.height + 40, 16_000)}px`;
  box.append(canvas);
  place.append(box);
  const kinds = [...CATEGORIES, 'other'];
  yoursByChart.set(canvas, { claims, yours: first.yours });
  const chart = new Chart(canvas, {
    type: 'bar',
    data: {
      labels: claims.map(({ chain }) => (chain.length > 40 ? `${chain.slice(0, 39)}…` : chain)),
      datasets: kinds.map((kind) => ({
        label: kind,
        backgroundColor: COLOURS[kind],
        data: claims.map((claim) => claim.bars.find(({ of }) => of === kind)?.figure.value ?? 0),
      })),
    },
    options: {
      indexAxis: 'y', animation: false, maintainAspectRatio: false,
      scales: { x: { stacked: true, max: first.most }, y: { stacked: true, ticks: { autoSkip: false, font: { size: 10 } } } },
    },
  });
  return {
    update({ yours, most }) {
      yoursByChart.set(canvas, { claims, yours });
      if (chart.options.scales.x.max === most) return chart.draw();
      chart.options.scales.x.max = most;
      chart.update('none');
    },
    end: () => chart.destroy(),
  };
}

start(byHand(bars));
