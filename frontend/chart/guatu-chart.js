// ApexCharts under one small element. The living chart is updated, never rebuilt, and it is destroyed on detach.
// No `responsive` (apexcharts.js 5148): the page gives the size.
import ApexCharts from 'apexcharts';

class GuatuChart extends HTMLElement {
  #chart = null;
  #ready = Promise.resolve();
  #options = null;
  #drawn = '';
  #sizing = new ResizeObserver(() => this.#fit());

  /** The whole of the options, series among them, as the Java face writes them. */
  set options(options) {
    this.#options = options;
    this.#show();
  }

  get options() {
    return this.#options;
  }

  connectedCallback() {
    this.style.display ||= 'block';
    this.style.position ||= 'relative';
    this.#sizing.observe(this);
    this.#show();
  }

  disconnectedCallback() {
    // A move in the page detaches and attaches in one task: only what stays away is destroyed.
    queueMicrotask(() => {
      if (!this.isConnected) {
        this.#destroy();
      }
    });
  }

  #show() {
    if (!this.isConnected || !this.#options) {
      return;
    }
    // A place that is not laid out yet has no size, and ApexCharts would draw into nothing: #fit shows it later.
    if (!this.#chart && !this.#hasSize()) {
      return;
    }
    this.#drawn = this.#size();
    const options = this.#withFormats(this.#options);
    if (this.#chart) {
      const chart = this.#chart;
      // Wait for the first rendering: an update before it is lost.
      this.#ready = this.#ready.then(() =>
        chart === this.#chart ? chart.updateOptions(options, false, true, false) : undefined,
      );
    } else {
      const place = document.createElement('div');
      // out of the flow: what is drawn never widens the box that it measured
      place.style.cssText = 'position: absolute; inset: 0';
      this.replaceChildren(place);
      this.#chart = new ApexCharts(place, options);
      this.#ready = this.#chart.render();
    }
    this.#ready = this.#ready.catch((problem) => console.warn('chart', problem));
  }

  /** ApexCharts does not hear of a new size while it draws, and would stay wider than its card: it is drawn again in this one. */
  #fit() {
    if (this.#hasSize() && this.#size() !== this.#drawn) {
      this.#show();
    }
  }

  #hasSize() {
    return this.offsetWidth > 0 && this.offsetHeight > 0;
  }

  #size() {
    return `${this.offsetWidth}x${this.offsetHeight}`;
  }

  #destroy() {
    this.#sizing.disconnect();
    this.#drawn = '';
    const chart = this.#chart;
    this.#chart = null;
    this.#ready.then(() => chart?.destroy()).catch(() => {});
    this.replaceChildren();
  }

  /** Figures come as numbers; what a reader sees has one decimal and the unit, and a gap is a gap. */
  #withFormats(options) {
    const { suffix = '', decimals = 1, ...rest } = options;
    const say = (value) => (value === null || value === undefined ? '—' : `${Number(value).toFixed(decimals)}${suffix}`);
    const axis = (one) => ({ ...one, labels: { ...one?.labels, formatter: (value) => `${Math.round(value)}${suffix}` } });
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const lying = rest.plotOptions?.bar?.horizontal;
    const names = (one) => ({ ...one, labels: { ...one?.labels, maxWidth: 260, formatter: undefined } });
    return {
      ...rest,
      chart: { ...rest.chart, redrawOnParentResize: false, redrawOnWindowResize: false, animations: { enabled: !calm, speed: 300, animateGradually: { enabled: false }, dynamicAnimation: { enabled: !calm, speed: 300 } } },
      // lying bars have their values along the x axis and their names along the other
      xaxis: lying ? axis(rest.xaxis) : rest.xaxis,
      yaxis: lying ? names(rest.yaxis) : axis(rest.yaxis),
      tooltip: { ...rest.tooltip, y: { formatter: say } },
    };
  }
}

customElements.get('guatu-chart') ?? customElements.define('guatu-chart', GuatuChart);
