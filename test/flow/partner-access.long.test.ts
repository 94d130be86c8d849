import { partnerMatrix } from './partner-access.ts';

partnerMatrix(10);
