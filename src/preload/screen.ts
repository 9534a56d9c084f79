import { exposeApi } from './api/expose-api.ts';

exposeApi('screen');
