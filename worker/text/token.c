#include "text/token.h"

#include "base/fault.h"
#include "base/grow.h"
#include "text/cutter.h"

/* A fifth of the bytes is room enough for nearly every text: then nothing is moved. */
enum { BYTES_A_TOKEN = 5, SPARE = 64, POINTS_MAX = 65535 };

/* The word of the token that is the last one so far. */
static void cutter_seek(struct cutter *cutter, const struct piece *piece, uint32_t hash)
{
    struct sought *sought = &cutter->sought[(cutter->count - 1) % SOUGHT];
    vocabulary_prefetch(cutter->table->vocabulary, hash);
    memcpy(sought->folded, piece->folded, sizeof piece->folded);
    sought->len = piece->len;
}

/* Looks up the word of the token that was cut so many tokens ago; of no token, nothing. */
static void cutter_find(struct cutter *cutter, size_t ago)
{
    if (cutter->learns || cutter->count < ago)
        return;
    struct token *token = &cutter->at[cutter->count - ago];
    const struct sought *sought = &cutter->sought[(cutter->count - ago) % SOUGHT];
    if (sought->len)
        token->word = vocabulary_find(cutter->table->vocabulary,
                                      str_make(sought->folded, sought->len), token->hash);
}

void cutter_add(struct cutter *cutter, const struct piece *piece, unsigned flags, int32_t number)
{
    if (!cutter->fault && cutter->count >= cutter->max)
        cutter->fault = FAULT_TOO_COMPLEX;
    if (!cutter->fault && !GROW(cutter->arena, cutter->at, cutter->count, cutter->room))
        cutter->fault = FAULT_MEMORY;
    if (cutter->fault)
        return;
    cutter_find(cutter, SOUGHT);
    const bool upper = (piece->letters > 1) & (piece->uppers == piece->letters);
    flags |= piece->capital * (unsigned)TOKEN_CAPITAL | upper * (unsigned)TOKEN_UPPER;
    struct token *token = &cutter->at[cutter->count++];
    token->begin = piece->begin;
    token->end = piece->end;
    token->point = cutter->point;
    token->points = piece->points < POINTS_MAX ? (uint16_t)piece->points : POINTS_MAX;
    token->hash = vocabulary_hash(piece_word(piece));
    token->number = number;
    token->word = 0;
    token->flags = (uint16_t)(flags | cutter->flags);
    if (cutter->learns)
        cutter->fault = vocabulary_add(cutter->learns, piece_word(piece), &token->word);
    else
        cutter_seek(cutter, piece, token->hash);
    cutter->byte = piece->end;
    cutter->point += piece->points;
    cutter->flags = (uint16_t)((cutter->flags & TOKEN_TITLE) | TOKEN_JOINED);
}

static void cutter_pass(struct cutter *cutter, struct glyph glyph)
{
    cutter->byte += glyph.width;
    cutter->point++;
}

/* What parts two words. */
static void cutter_blank(struct cutter *cutter, uint32_t width)
{
    cutter->byte += width;
    cutter->point++;
    cutter->flags &= (uint16_t)~TOKEN_JOINED;
}

/* A hyphen between two words joins them and is no token itself. */
static bool cutter_hyphen(struct cutter *cutter, struct glyph hyphen)
{
    if (!(cutter->flags & TOKEN_JOINED) || cutter->flags & TOKEN_HYPHEN ||
        !(cutter->at[cutter->count - 1].flags & (TOKEN_WORD | TOKEN_NUMBER)))
        return false;
    struct glyph next = cutter_glyph(cutter, cutter->byte + hyphen.width);
    if (!(next.fold.flags & (CHAR_LETTER | CHAR_DIGIT)))
        return false;
    cutter_pass(cutter, hyphen);
    cutter->flags |= TOKEN_HYPHEN;
    return true;
}

static void cutter_mark(struct cutter *cutter, struct glyph glyph)
{
    struct piece piece;
    piece_open(&piece, cutter->byte);
    piece_take(&piece, glyph);
    cutter_add(cutter, &piece, TOKEN_PUNCT, -1);
}

static void cutter_step(struct cutter *cutter)
{
    struct glyph glyph = cutter_glyph(cutter, cutter->byte);
    unsigned kind = glyph.fold.flags;
    if (kind & CHAR_LETTER) {
        cutter_word(cutter);
    } else if (kind & CHAR_SPACE) {
        cutter_blank(cutter, glyph.width);
    } else if (kind & CHAR_DIGIT) {
        cutter_number(cutter);
    } else if (kind & CHAR_LINE) {
        cutter_pass(cutter, glyph);
        cutter->flags = (uint16_t)((cutter->flags & TOKEN_TITLE) | TOKEN_LINE);
    } else if (kind & CHAR_MARK) {
        cutter_pass(cutter, glyph);
    } else if (!(kind & CHAR_HYPHEN && cutter_hyphen(cutter, glyph)) &&
               !(kind & CHAR_APOSTROPHE && cutter_clitic(cutter))) {
        cutter_mark(cutter, glyph);
    }
}

static void cutter_run(struct cutter *cutter, struct str text, unsigned flags)
{
    cutter->text = text;
    cutter->byte = cutter->point = 0;
    cutter->flags = (uint16_t)(flags | TOKEN_LINE);
    while (cutter->byte < text.len && !cutter->fault) {
        if (text.at[cutter->byte] == ' ') /* every second step */
            cutter_blank(cutter, 1);
        else
            cutter_step(cutter);
    }
}

/* The first allocation is the only one unless the text is unusually dense. */
static int cutter_open(struct cutter *cutter, size_t bytes)
{
    if (bytes > UINT32_MAX)
        return FAULT_TOO_COMPLEX;
    cutter->room = bytes / BYTES_A_TOKEN + SPARE;
    cutter->at = ARENA_ROOM(cutter->arena, struct token, cutter->room);
    return cutter->at ? 0 : FAULT_MEMORY;
}

int token_cut(const struct token_table *table, struct arena *arena, const struct str texts[2],
              size_t max, struct token_list *ret_tokens)
{
    struct cutter cutter = {.table = table, .arena = arena, .max = max};
    int fault = cutter_open(&cutter, texts[0].len + texts[1].len);
    if (fault)
        return fault;
    cutter_run(&cutter, texts[0], TOKEN_TITLE);
    cutter_run(&cutter, texts[1], 0);
    for (size_t ago = SOUGHT; ago > 0; ago--)
        cutter_find(&cutter, ago);
    if (!cutter.fault)
        *ret_tokens = (struct token_list){cutter.at, cutter.count};
    return cutter.fault;
}

int token_learn(const struct token_table *table, struct vocabulary *vocabulary, struct arena *arena,
                struct str form, struct token_list *ret_tokens)
{
    struct cutter cutter = {
        .table = table, .learns = vocabulary, .arena = arena, .max = UINT16_MAX};
    cutter_run(&cutter, form, 0);
    if (!cutter.fault)
        *ret_tokens = (struct token_list){cutter.at, cutter.count};
    return cutter.fault;
}
