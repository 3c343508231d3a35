/*
 * fault.h -- every way to fail, in one table.
 *
 * A function that can fail returns 0 or one of these codes.  The table also names
 * the remedy, and only the loop in stream/ looks at it.
 */
#ifndef BASE_FAULT_H
#define BASE_FAULT_H

enum fault_remedy {
    REMEDY_NONE,   /* no fault */
    REMEDY_RETRY,  /* the same call may succeed later */
    REMEDY_SKIP,   /* this article goes to the dead letters, the stream goes on */
    REMEDY_REWIND, /* abort the transaction and read the batch again */
    REMEDY_STOP,   /* end the program and say why */
};

/* X(code, remedy, reason in a header or a metric, text for people) */
#define FAULT_MAP(X)                                                                         \
    X(NONE, NONE, "none", "no fault")                                                        \
    X(MEMORY, STOP, "out-of-memory", "out of memory")                                        \
    X(SETTING, STOP, "bad-setting", "a setting is wrong")                                    \
    X(PACK, STOP, "bad-pack", "a language pack is wrong")                                    \
    X(FILE, STOP, "unreadable-file", "a file can't be read or written")                      \
    X(UNDECODABLE, SKIP, "undecodable", "the bytes are not a valid article of their format") \
    X(CHARSET, SKIP, "bad-charset", "the text is not valid in its character set")            \
    X(NO_TEXT, SKIP, "no-text", "the article has neither a body nor a title")                \
    X(TOO_BIG, SKIP, "too-big", "the article is over a size limit")                          \
    X(TOO_DEEP, SKIP, "too-deep", "the article is nested over a limit")                      \
    X(TOO_COMPLEX, SKIP, "too-complex", "the article is over a limit of the engine")         \
    X(LANGUAGE, SKIP, "no-language-pack", "there is no pack for the article's language")     \
    X(REFUSED, SKIP, "refused-by-broker", "the broker refused what came out of the article") \
    X(BROKER, RETRY, "broker-unavailable", "the broker can't be reached for now")            \
    X(ABORTED, REWIND, "transaction-aborted", "the transaction had to be aborted")           \
    X(FENCED, STOP, "fenced", "another member took this one's place")                        \
    X(DENIED, STOP, "denied", "a right is missing")                                          \
    X(FATAL, STOP, "broker-fatal", "the broker refused for good")

enum fault_code {
#define X(code, remedy, reason, text) FAULT_##code,
    FAULT_MAP(X)
#undef X
        FAULT_COUNT
};

/* What went wrong, for people.  Plain data: the text is a copy. */
struct fault {
    int code;
    char text[400]; /* names the value, the place and the remedy; "" when not set */
};

enum fault_remedy fault_remedy(int code);
const char *fault_reason(int code); /* "too-big": stable, for headers and metrics */
const char *fault_text(int code);   /* "the article is over a size limit" */

/* Fills *ret_fault, if there is one, and returns code.  Cuts a text that is too long. */
int fault_set(struct fault *ret_fault, int code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
