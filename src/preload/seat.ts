import { exposeApi } from './api/expose-api.ts';

exposeApi('seat');
