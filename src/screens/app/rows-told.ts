/** How many rows of a list are told: on the first page of a part, of each part where all stand under each other, and at most. */
export const firstRows = 200;
export const firstOfEach = 50;
/** More than these nobody goes through on one page. */
export const mostRows = 5000;
