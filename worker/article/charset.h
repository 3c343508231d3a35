/*
 * charset.h -- bytes in whatever character set, as UTF-8.
 *
 * ICU converts; it knows every set that news still comes in.  Which set it is: decode.h.
 * Names are read as browsers read them: ISO-8859-1 is windows-1252, ISO-8859-9 windows-1254,
 * US-ASCII says nothing.
 */
#ifndef ARTICLE_CHARSET_H
#define ARTICLE_CHARSET_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/str.h"

/* What is known about the character set.  Each may be empty. */
struct charset_hints {
    struct str declared; /* by the message */
    struct str setting;  /* for messages that say nothing */
    bool is_page;        /* HTML: its <meta> and <?xml?> count */
    bool is_json;        /* has to be Unicode */
};

/* UTF-16 without a byte order mark, as the zeros between its first letters show. */
enum utf16_order { UTF16_NOT, UTF16_LITTLE, UTF16_BIG };
enum utf16_order charset_utf16_order(struct str bytes);

/* The bytes of the byte order mark that bytes begin with; 0: none. */
size_t charset_mark_size(struct str bytes);

/*
 * Converts bytes to UTF-8 without a byte order mark: *ret_text is a part of bytes when they are
 * UTF-8 already, else lives in arena.  Returns 0, FAULT_CHARSET with the set and the byte, or
 * FAULT_MEMORY.
 */
int charset_decode(struct arena *arena, struct str bytes, const struct charset_hints *hints,
                   struct str *ret_text, struct fault *ret_fault);

#endif
