/** Discord shows no more (Autocomplete, `application-commands`). */
export const MOST_SUGGESTIONS = 25;
