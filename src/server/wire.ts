// The shapes that leave the server's process: what each address of the API answers, and what it takes. Types and small
// constants only, so that the page can import this file without a library; `schemas.ts` says the same in zod, and the
// compiler holds both equal.
export * from "./wireParties.js";
export * from "./wireRecord.js";
export * from "./wireTexts.js";
