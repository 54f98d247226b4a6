// A sentence comes in; its time expressions go out, resolved against the day of publication and the last
// date before. This never decides which act a date belongs to.
export { createTimes, type DocumentTimes } from "./documentTimes.js";
export { readTimes, type TimeContext } from "./readTimes.js";
