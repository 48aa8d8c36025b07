import 'casualty-calculator';

const calculator = document.querySelector('casualty-calculator');
calculator?.addEventListener('scenario-change', ({ detail }) => {
  console.log(detail.scenario.killed, detail.rates.casualty_rate);
});
