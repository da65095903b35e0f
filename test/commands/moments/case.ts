/** What is typed, and what it is: `2024-05-15 15:20` in Vientiane, `mine` for the member's own last message, `none`. */
export type Case = readonly [typed: string, moment: string];
