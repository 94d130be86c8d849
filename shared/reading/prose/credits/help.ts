/**
 * What a byline says of the help that its people had: `By Jane Roe, with additional reporting by John Doe`, `avec la
 * contribution de John Doe`. The people behind these words helped; agencies behind them are not credited.
 */
export const WITH_HELP =
  /,?\s+\(?(?:(?:with|avec|con|com|mit|met)\s+)(?:(?:the|la|il|de|einem|additional|further|extra|some)\s+){0,2}(?:reporting|contributions?|files|input|material|help|colaboraci[oó]n|colaboração|informaci[oó]n|informações|collaboration|contribution|collaborazione|contributo|medewerking|beiträgen|materialen?)\s+(?:by|from|of|de|del|da|do|di|von|van)\s+|,\s+(?:(?:additional|further)\s+)?reporting\s+by\s+/iu;

/** The role of these people. */
export const HELP_ROLE = 'contributor';
