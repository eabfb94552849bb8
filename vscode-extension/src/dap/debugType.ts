/** The `type` of Twinstack's sessions, in launch.json and package.json, too. */
export const DEBUG_TYPE = 'twinstack';
