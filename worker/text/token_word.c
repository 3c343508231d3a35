#include "text/cutter.h"

enum { CLITIC_POINTS = 6 }; /* no clitic is longer */

static bool is_in(const struct vocabulary *vocabulary, const struct piece *piece)
{
    struct str word = piece_word(piece);
    return vocabulary && vocabulary_find(vocabulary, word, vocabulary_hash(word));
}

static bool goes_on(const struct cutter *cutter, uint32_t byte)
{
    return cutter_glyph(cutter, byte).fold.flags & (CHAR_LETTER | CHAR_DIGIT);
}

/* Letters and digits with the apostrophes between them: "don't", "O'Brien". */
static void piece_extend_over_apostrophes(const struct cutter *cutter, struct piece *piece)
{
    for (;;) {
        piece_extend(cutter, piece, CHAR_LETTER | CHAR_DIGIT | CHAR_MARK);
        struct glyph glyph = cutter_glyph(cutter, piece->end);
        if (!(glyph.fold.flags & CHAR_APOSTROPHE) || !goes_on(cutter, piece->end + glyph.width))
            return;
        piece_take(piece, glyph);
    }
}

bool cutter_clitic(struct cutter *cutter)
{
    /* A form of a pack may be a clitic by itself; in a text it hangs on a word. */
    const bool form = cutter->learns && cutter->byte == 0;
    if (!(form || cutter->flags & TOKEN_JOINED) || !cutter->table->clitics)
        return false;
    struct piece piece;
    piece_open(&piece, cutter->byte);
    piece_take(&piece, cutter_glyph(cutter, piece.end));
    piece_extend(cutter, &piece, CHAR_LETTER | CHAR_DIGIT | CHAR_MARK);
    if (!is_in(cutter->table->clitics, &piece))
        return false;
    cutter_add(cutter, &piece, TOKEN_WORD, -1);
    return true;
}

/* Cuts whole in two where its longest clitic begins. */
static bool cutter_split(struct cutter *cutter, const struct piece *whole)
{
    struct piece head;
    piece_open(&head, whole->begin);
    while (head.points + 1 < whole->points) {
        piece_take(&head, cutter_glyph(cutter, head.end));
        if (whole->points - head.points > CLITIC_POINTS)
            continue;
        struct piece tail;
        piece_open(&tail, head.end);
        piece_extend_over_apostrophes(cutter, &tail);
        if (!is_in(cutter->table->clitics, &tail))
            continue;
        cutter_add(cutter, &head, TOKEN_WORD, -1);
        cutter_add(cutter, &tail, TOKEN_WORD, -1);
        return true;
    }
    return false;
}

/* An apostrophe follows first: "l'Union", "aujourd'hui", "China's", "O'Brien", "leaders'". */
static void cutter_apostrophe(struct cutter *cutter, const struct piece *first)
{
    struct piece elided = *first;
    piece_take(&elided, cutter_glyph(cutter, elided.end));
    struct piece whole = elided;
    bool more = goes_on(cutter, elided.end);
    if (more)
        piece_extend_over_apostrophes(cutter, &whole);
    if (more && is_in(cutter->table->kept, &whole))
        cutter_add(cutter, &whole, TOKEN_WORD, -1);
    else if (is_in(cutter->table->elisions, &elided))
        cutter_add(cutter, &elided, TOKEN_WORD, -1);
    else if (!more)
        cutter_add(cutter, first, TOKEN_WORD, -1);
    else if (!cutter->table->clitics || !cutter_split(cutter, &whole))
        cutter_add(cutter, &whole, TOKEN_WORD, -1);
}

static bool is_letter_alone(const struct cutter *cutter, uint32_t byte)
{
    struct glyph glyph = cutter_glyph(cutter, byte);
    unsigned next = cutter_glyph(cutter, byte + glyph.width).fold.flags;
    return glyph.fold.flags & CHAR_LETTER && !(next & (CHAR_LETTER | CHAR_DIGIT | CHAR_MARK));
}

/* Takes the rest of "U.S.A." when piece is its "U"; "U.S.A" is folded in the same way. */
static bool piece_extend_over_stops(const struct cutter *cutter, struct piece *piece)
{
    while (cutter_byte(cutter, piece->end) == '.' && is_letter_alone(cutter, piece->end + 1)) {
        piece_take(piece, cutter_glyph(cutter, piece->end));
        piece_take(piece, cutter_glyph(cutter, piece->end));
    }
    if (piece->letters < 2)
        return false;
    if (cutter_byte(cutter, piece->end) == '.')
        piece_take(piece, cutter_glyph(cutter, piece->end));
    else
        piece->folded[piece->len++] = '.';
    return true;
}

/* "wrote on X.", not "Ana X. Ruiz": whether the letter is a word of its own behind a small one. */
static bool is_kept_letter(const struct cutter *cutter, const struct piece *piece)
{
    return cutter->count > 0 && !(cutter->at[cutter->count - 1].flags & TOKEN_CAPITAL) &&
           is_in(cutter->table->kept, piece);
}

/* A full stop follows piece: "Dr.", "U.S.", "J.", or the end of the sentence. */
static void cutter_stop(struct cutter *cutter, struct piece *piece)
{
    bool single = piece->letters == 1 && piece->points == 1;
    if (single && piece_extend_over_stops(cutter, piece)) {
        cutter_add(cutter, piece, TOKEN_WORD | TOKEN_ABBREVIATION, -1);
        return;
    }
    struct piece stopped = *piece;
    piece_take(&stopped, cutter_glyph(cutter, stopped.end));
    if (is_in(cutter->table->abbreviations, &stopped))
        cutter_add(cutter, &stopped, TOKEN_WORD | TOKEN_ABBREVIATION, -1);
    else if (single && piece->uppers == 1 && !is_kept_letter(cutter, piece))
        cutter_add(cutter, &stopped, TOKEN_WORD | TOKEN_INITIAL, -1);
    else
        cutter_add(cutter, piece, TOKEN_WORD, -1);
}

/* Behind a number, digits are a number again: "15h30". */
static unsigned word_kinds(const struct cutter *cutter)
{
    bool joined = cutter->flags & TOKEN_JOINED && !(cutter->flags & TOKEN_HYPHEN);
    if (joined && cutter->at[cutter->count - 1].flags & TOKEN_NUMBER)
        return CHAR_LETTER | CHAR_MARK;
    return CHAR_LETTER | CHAR_MARK | CHAR_DIGIT;
}

void cutter_word(struct cutter *cutter)
{
    struct piece piece;
    piece_open(&piece, cutter->byte);
    piece_extend(cutter, &piece, word_kinds(cutter));
    const char behind = cutter_byte(cutter, piece.end);
    if (behind == ' ')
        cutter_add(cutter, &piece, TOKEN_WORD, -1);
    else if (behind == '.')
        cutter_stop(cutter, &piece);
    else if (cutter_glyph(cutter, piece.end).fold.flags & CHAR_APOSTROPHE)
        cutter_apostrophe(cutter, &piece);
    else
        cutter_add(cutter, &piece, TOKEN_WORD, -1);
}
