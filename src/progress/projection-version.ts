/**
 * Which reducers the stored rows were made by. Raise it with every change to a reducer, to `subjectsOf` or to the
 * shape of a row: the rows are then rebuilt from the log when the app next opens. It stands alone so that reading
 * rows does not load the reducers.
 */
export const projectionVersion = 2;
