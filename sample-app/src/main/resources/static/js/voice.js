import { RealtimeClient } from '../realtime/realtime-client.js';

/** The one conversation of this page. */
export const client = new RealtimeClient();
