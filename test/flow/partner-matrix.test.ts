import { partnerMatrix } from './partner-matrix.ts';

partnerMatrix(4, 5);
