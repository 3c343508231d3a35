#include "text/cutter.h"

enum { GROUP = 3, DIGITS_MAX = 9 };

/* What may part groups of digits. */
enum separator { SEPARATOR_NONE, SEPARATOR_BLANK, SEPARATOR_NO_BREAK, SEPARATOR_MARK };

/* Blanks that never break a line, and the narrow ones that typesetters put into numbers. */
static const char *const NO_BREAK[] = {"\u00A0", "\u202F", "\u2009"};

static enum separator separator_at(const struct cutter *cutter, uint32_t byte, uint32_t *ret_width)
{
    struct str rest = str_make(cutter->text.at + byte, cutter->text.len - byte);
    if (str_empty(rest))
        return SEPARATOR_NONE;
    *ret_width = 1;
    if (rest.at[0] == ' ')
        return cutter->table->thousands_blank ? SEPARATOR_BLANK : SEPARATOR_NONE;
    if (rest.at[0] == '.' || rest.at[0] == ',')
        return rest.at[0] == cutter->table->thousands ? SEPARATOR_MARK : SEPARATOR_NONE;
    for (size_t i = 0; i < sizeof NO_BREAK / sizeof *NO_BREAK; i++) {
        size_t len = strlen(NO_BREAK[i]);
        if (rest.len < len || memcmp(rest.at, NO_BREAK[i], len) != 0)
            continue;
        *ret_width = (uint32_t)len;
        return SEPARATOR_NO_BREAK;
    }
    return SEPARATOR_NONE;
}

static bool is_digit(const struct cutter *cutter, uint32_t byte)
{
    return cutter_glyph(cutter, byte).fold.flags & CHAR_DIGIT;
}

/* Takes " 000": a separator and exactly three digits. */
static bool piece_take_group(const struct cutter *cutter, struct piece *piece, uint32_t width)
{
    struct piece group;
    piece_open(&group, piece->end + width);
    piece_extend(cutter, &group, CHAR_DIGIT);
    if (group.points != GROUP || piece->len + GROUP > FOLDED_MAX)
        return false;
    memcpy(piece->folded + piece->len, group.folded, group.len);
    piece->len += group.len;
    piece->digits += GROUP;
    piece->points += GROUP + 1;
    piece->end = group.end;
    return true;
}

static bool piece_take_groups(const struct cutter *cutter, struct piece *piece)
{
    uint32_t width = 0;
    enum separator first = separator_at(cutter, piece->end, &width);
    if (first == SEPARATOR_NONE || piece->digits > GROUP || !piece_take_group(cutter, piece, width))
        return false;
    while (separator_at(cutter, piece->end, &width) == first)
        if (!piece_take_group(cutter, piece, width))
            break;
    return true;
}

static bool is_mark(char byte)
{
    return byte == '.' || byte == ',';
}

static bool follows_mark(const struct cutter *cutter, uint32_t byte)
{
    return byte >= 2 && is_mark(cutter->text.at[byte - 1]) && is_digit(cutter, byte - 2);
}

/* Takes ",5": one mark and digits.  Two marks ("26.04.2025", "1,2,3") are no fraction. */
static bool piece_take_fraction(const struct cutter *cutter, struct piece *piece, bool grouped)
{
    char mark = cutter_byte(cutter, piece->end);
    if (!is_mark(mark) || !is_digit(cutter, piece->end + 1))
        return false;
    if ((grouped && mark == cutter->table->thousands) || follows_mark(cutter, piece->begin))
        return false;
    struct piece longer = *piece;
    piece_take(&longer, cutter_glyph(cutter, longer.end));
    piece_extend(cutter, &longer, CHAR_DIGIT);
    if (is_mark(cutter_byte(cutter, longer.end)) && is_digit(cutter, longer.end + 1))
        return false;
    *piece = longer;
    return true;
}

static int32_t piece_number(const struct piece *piece)
{
    if (piece->digits > DIGITS_MAX)
        return -1;
    int32_t number = 0;
    for (size_t i = 0; i < piece->len; i++)
        number = number * 10 + (piece->folded[i] - '0');
    return number;
}

void cutter_number(struct cutter *cutter)
{
    struct piece piece;
    piece_open(&piece, cutter->byte);
    piece_extend(cutter, &piece, CHAR_DIGIT);
    bool grouped = piece_take_groups(cutter, &piece);
    bool fraction = piece_take_fraction(cutter, &piece, grouped);
    cutter_add(cutter, &piece, TOKEN_NUMBER, fraction ? -1 : piece_number(&piece));
}
