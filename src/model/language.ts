/** BCP 47 primary tag in lower case (`en`, `ru`); `und` where it cannot be told. */
export type Language = string;
