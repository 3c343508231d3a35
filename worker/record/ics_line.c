#include "record/ics_line.h"

#include "base/utf8.h"

enum { MOST_OCTETS = 75 };

/* What stays together: a character, or an escape. */
static void piece_put(struct ics *ics, struct str piece)
{
    if (ics->octets + piece.len > MOST_OCTETS) {
        buffer_add(&ics->out, STR("\r\n "));
        ics->octets = 1;
    }
    buffer_add(&ics->out, piece);
    ics->octets += piece.len;
}

void ics_raw(struct ics *ics, struct str s)
{
    for (size_t at = 0; at < s.len;) {
        size_t size = utf8_size(s.at[at]);
        piece_put(ics, str_make(s.at + at, size));
        at += size;
    }
}

void ics_text(struct ics *ics, struct str s)
{
    for (size_t at = 0; at < s.len;) {
        size_t size = utf8_size(s.at[at]);
        char byte = s.at[at];
        if (byte == '\n')
            piece_put(ics, STR("\\n"));
        else if (byte == '\\' || byte == ';' || byte == ',')
            piece_put(ics, str_make((const char[]){'\\', byte}, 2));
        else if ((unsigned char)byte < 0x20 || byte == 0x7f)
            piece_put(ics, STR(" "));
        else
            piece_put(ics, str_make(s.at + at, size));
        at += size;
    }
}

void ics_end(struct ics *ics)
{
    buffer_add(&ics->out, STR("\r\n"));
    ics->octets = 0;
}

void ics_property(struct ics *ics, const char *name, struct str text)
{
    if (str_empty(text))
        return;
    ics_raw(ics, str_of(name));
    ics_raw(ics, STR(":"));
    ics_text(ics, text);
    ics_end(ics);
}
