import { cardsPage } from './cards.js';

export default cardsPage('DEPARTMENTS', '科室', '落后最多的在前；按牵头科室归集，｜为序时', 'department');
