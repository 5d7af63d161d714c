import { cardsPage } from './cards.js';

export default cardsPage('STREETS', '街道', '落后最多的在前；完成率按份额归集，｜为序时', 'street');
