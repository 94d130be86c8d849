import { testPartnerAccess } from './partner-access.ts';

testPartnerAccess(10);
