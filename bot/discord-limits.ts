/**
 * Limits of Discord's API, from its documentation (resources/message.mdx, components/reference.mdx). Those of text are read
 * as UTF-16 units, which is never less strict than Discord's own count.
 */

/** Of `content`, where a message has no components that hold text. */
export const CONTENT_LIMIT = 2000;
/** Over all text displays of a message. */
export const TEXT_DISPLAYS_LIMIT = 4000;
export const BUTTONS_IN_ROW = 5;
export const LABEL_LIMIT = 80;
export const CUSTOM_ID_LIMIT = 100;
/** Of the URL of a button. */
export const LINK_LIMIT = 512;
export const EMBED_TITLE_LIMIT = 256;
