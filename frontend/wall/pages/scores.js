import { html } from '../lib/lit.js';
import { title } from '../parts.js';

export default {
  kind: 'SCORES',
  steps: () => 1,
  render: () => html`${title('月度评分', '每月评估发布后在此排名', 0, 1)}<div class="empty">还没有发布过月度评估。</div>`,
};
