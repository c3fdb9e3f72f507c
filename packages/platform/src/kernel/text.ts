const UNKEEPABLE = /[\p{Surrogate}\p{Noncharacter_Code_Point}]|(?![\t\n\r])\p{Control}/u;

/**
 * False for half characters, non-characters, and control characters but tab and line breaks: neither PostgreSQL nor XML (a
 * bank's file, a workbook) can hold them, so that they are refused where they come in.
 */
export const isKeepable = (text: string): boolean => !UNKEEPABLE.test(text);
