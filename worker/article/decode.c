#include "article/decode.h"

#include <unicode/uloc.h>

#include "article/bson.h"
#include "article/charset.h"
#include "article/format.h"
#include "article/html.h"
#include "article/html_marks.h"
#include "article/json.h"
#include "article/pick.h"
#include "article/prose.h"
#include "base/uuid.h"

enum {
    DEFAULT_MAX_BYTES = 8 * 1024 * 1024,
    TAGS_A_LEVEL = 8, /* pages nest deeper than data, and tags that nobody closes add up */
    LANGUAGE_ROOM = 32,
};

/* One call of article_decode(). */
struct decoder {
    const struct article_rules *rules;
    const struct article_input *input;
    struct arena *arena;
    struct fault *fault;
    unsigned max_depth;
};

/* What was found, before it is made into prose. */
struct found {
    struct str text[FIELD_COUNT];
    struct published published;
};

static int out_of_memory(struct fault *ret_fault)
{
    return fault_set(ret_fault, FAULT_MEMORY, "the arena is full of the article's text");
}

/* ---- HTML ---- */

static void found_stand_in(struct found *found, enum field field, struct str text)
{
    if (!found->text[field].len)
        found->text[field] = text;
}

/* What a page tells, where the fields around it say nothing; its body in any case. */
static void found_page(struct found *found, const struct html_page *page)
{
    found->text[FIELD_BODY] = page->body;
    found_stand_in(found, FIELD_TITLE, page->title);
    found_stand_in(found, FIELD_ID, page->id);
    found_stand_in(found, FIELD_URL, page->url);
    found_stand_in(found, FIELD_SOURCE, page->source);
    found_stand_in(found, FIELD_LANGUAGE, page->language);
    if (!found->published.told)
        found->published = page->published;
}

static int page_read(const struct decoder *decoder, struct str text, bool keep_lines,
                     struct html_page *ret_page)
{
    const struct html_rules rules = {decoder->max_depth * TAGS_A_LEVEL, keep_lines};
    return html_read(decoder->arena, text, &rules, ret_page, decoder->fault);
}

/* The title and the body of data may be HTML, and nothing says so. */
static int fields_from_html(const struct decoder *decoder, struct found *found)
{
    struct html_page page;
    if (html_marks(found->text[FIELD_TITLE])) {
        const int code = page_read(decoder, found->text[FIELD_TITLE], false, &page);
        if (code)
            return code;
        found->text[FIELD_TITLE] = page.body.len ? page.body : page.title;
    }
    const unsigned marks = html_marks(found->text[FIELD_BODY]);
    if (!marks)
        return 0;
    const int code = page_read(decoder, found->text[FIELD_BODY], !(marks & HTML_BLOCKS), &page);
    if (!code)
        found_page(found, &page);
    return code;
}

/* ---- the formats ---- */

static int found_take(const struct decoder *decoder, struct pick *pick, struct found *ret_found)
{
    struct found found = {0};
    for (enum field field = 0; field < FIELD_COUNT; field++)
        if (field != FIELD_PUBLISHED && pick_take(pick, field, &found.text[field]))
            return out_of_memory(decoder->fault);
    pick_published(pick, &found.published);
    const int code = fields_from_html(decoder, &found);
    if (!code)
        *ret_found = found;
    return code;
}

static int decode_bson(const struct decoder *decoder, struct found *ret_found)
{
    struct pick *pick = pick_new(decoder->arena, &decoder->rules->fields, decoder->max_depth);
    if (!pick)
        return out_of_memory(decoder->fault);
    const int code =
        bson_walk(decoder->arena, decoder->input->bytes, decoder->max_depth, pick, decoder->fault);
    return code ? code : found_take(decoder, pick, ret_found);
}

static int decode_json(const struct decoder *decoder, struct str text, struct found *ret_found)
{
    struct pick *pick = pick_new(decoder->arena, &decoder->rules->fields, decoder->max_depth);
    if (!pick)
        return out_of_memory(decoder->fault);
    const int code = json_walk(decoder->arena, text, pick, decoder->fault);
    if (code)
        return code;
    if (!pick_is_object(pick))
        return fault_set(decoder->fault, FAULT_UNDECODABLE,
                         "JSON, line 1: an article is an object, {\"body\": ...}");
    return found_take(decoder, pick, ret_found);
}

static int decode_html(const struct decoder *decoder, struct str text, struct found *ret_found)
{
    struct html_page page;
    const int code = page_read(decoder, text, false, &page);
    if (code)
        return code;
    *ret_found = (struct found){0};
    found_page(ret_found, &page);
    return 0;
}

static int decode_text(const struct decoder *decoder, struct str text, struct found *ret_found)
{
    if (text.len && memchr(text.at, '\0', text.len))
        return fault_set(decoder->fault, FAULT_UNDECODABLE,
                         "zero bytes in the text: it is neither text nor HTML, JSON or BSON");
    *ret_found = (struct found){.text[FIELD_BODY] = text};
    return 0;
}

static int decode_format(const struct decoder *decoder, enum article_format format,
                         struct str charset, struct found *ret_found)
{
    if (format == ARTICLE_BSON)
        return decode_bson(decoder, ret_found);
    const struct charset_hints hints = {.declared = charset,
                                        .setting = str_of(decoder->rules->charset),
                                        .is_page = format == ARTICLE_HTML,
                                        .is_json = format == ARTICLE_JSON};
    struct str text;
    const int code =
        charset_decode(decoder->arena, decoder->input->bytes, &hints, &text, decoder->fault);
    if (code)
        return code;
    if (format == ARTICLE_JSON)
        return decode_json(decoder, text, ret_found);
    return (format == ARTICLE_HTML ? decode_html : decode_text)(decoder, text, ret_found);
}

static int decode_bytes(const struct decoder *decoder, struct found *ret_found)
{
    struct content_type told = content_type_parse(decoder->input->content_type);
    enum article_format format = told.format;
    if (format == ARTICLE_AUTO)
        format = decoder->rules->format;
    if (format == ARTICLE_AUTO && !told.is_avro)
        format = format_sniff(decoder->input->bytes, &told.is_avro);
    if (told.is_avro)
        return fault_set(decoder->fault, FAULT_UNDECODABLE,
                         "Avro: articles in Avro are not read by this version");
    return decode_format(decoder, format, told.charset, ret_found);
}

/* ---- the article ---- */

/* "fr-FR", "fr_FR", "fra": "fr"; empty for what is no language tag. */
static int language_read(struct arena *arena, struct str told, struct str *ret_language)
{
    char tag[LANGUAGE_ROOM], language[ULOC_LANG_CAPACITY];
    *ret_language = (struct str){0};
    if (told.len == 0 || told.len >= sizeof tag)
        return 0;
    memcpy(tag, told.at, told.len);
    tag[told.len] = '\0';
    UErrorCode error = U_ZERO_ERROR;
    const int32_t len = uloc_getLanguage(tag, language, sizeof language, &error);
    if (U_FAILURE(error) || len < 2 || len > 3)
        return 0;
    for (int32_t i = 0; i < len; i++)
        if (language[i] < 'a' || language[i] > 'z')
            return 0;
    static const char *const NONE[] = {"und", "mul", "zxx", "mis"};
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++)
        if (strcmp(language, NONE[i]) == 0)
            return 0;
    *ret_language = arena_copy(arena, str_make(language, (size_t)len));
    return ret_language->at ? 0 : FAULT_MEMORY;
}

/* The same content has the same id, and nothing else has. */
static int id_derive(struct arena *arena, struct article *article)
{
    const struct str parts[] = {article->source, article->url, article->title, article->body};
    char text[37];
    uuid_print(uuid_v5(UUID_URL, parts, sizeof parts / sizeof *parts), text);
    article->id = arena_copy(arena, str_of(text));
    return article->id.at ? 0 : FAULT_MEMORY;
}

/* found where it says something, else the stand-in. */
static int line_make(struct arena *arena, struct str found, struct str stand_in,
                     struct str *ret_line)
{
    const int code = prose_line(arena, found, ret_line);
    return code || ret_line->len ? code : prose_line(arena, stand_in, ret_line);
}

static int article_make(const struct decoder *decoder, const struct found *found,
                        struct article *ret_article)
{
    static const struct article NOBODY = {0};
    const struct article *other = decoder->input->stand_ins ? decoder->input->stand_ins : &NOBODY;
    struct arena *arena = decoder->arena;
    struct article article = {.published =
                                  found->published.told ? found->published : other->published};
    struct str language;
    if (line_make(arena, found->text[FIELD_ID], other->id, &article.id) ||
        line_make(arena, found->text[FIELD_URL], other->url, &article.url) ||
        line_make(arena, found->text[FIELD_SOURCE], other->source, &article.source) ||
        line_make(arena, found->text[FIELD_TITLE], other->title, &article.title) ||
        line_make(arena, found->text[FIELD_LANGUAGE], other->language, &language) ||
        language_read(arena, language, &article.language) ||
        prose_paragraphs(arena, found->text[FIELD_BODY], &article.body) ||
        (!article.body.len && prose_paragraphs(arena, other->body, &article.body)))
        return out_of_memory(decoder->fault);
    if (!article.title.len && !article.body.len)
        return fault_set(decoder->fault, FAULT_NO_TEXT,
                         "neither a title nor a body: the [fields] settings say where they stand");
    if (!article.id.len && id_derive(arena, &article))
        return out_of_memory(decoder->fault);
    *ret_article = article;
    return 0;
}

int article_decode(const struct article_rules *rules, struct arena *arena,
                   const struct article_input *input, struct article *ret_article,
                   struct fault *ret_fault)
{
    const size_t max_bytes = rules->max_bytes ? rules->max_bytes : DEFAULT_MAX_BYTES;
    if (input->bytes.len > max_bytes)
        return fault_set(ret_fault, FAULT_TOO_BIG, "%zu bytes, over the limit of %zu",
                         input->bytes.len, max_bytes);
    if (input->bytes.len == 0)
        return fault_set(ret_fault, FAULT_NO_TEXT, "the message is empty");
    const struct decoder decoder = {
        .rules = rules,
        .input = input,
        .arena = arena,
        .fault = ret_fault,
        .max_depth = rules->max_depth ? rules->max_depth : DEFAULT_MAX_DEPTH,
    };
    struct found found = {0};
    const int code = decode_bytes(&decoder, &found);
    return code ? code : article_make(&decoder, &found, ret_article);
}

/* ---- several articles in one piece ---- */

static struct str bytes_take(struct str *bytes, size_t len)
{
    const struct str taken = str_make(bytes->at, len);
    *bytes = str_make(bytes->at + len, bytes->len - len);
    return taken;
}

static bool is_blank(struct str line)
{
    for (size_t i = 0; i < line.len; i++)
        if (line.at[i] != ' ' && line.at[i] != '\t' && line.at[i] != '\r')
            return false;
    return true;
}

static struct str line_take(struct str *bytes)
{
    const char *end = memchr(bytes->at, '\n', bytes->len);
    struct str line = bytes_take(bytes, end ? (size_t)(end - bytes->at) + 1 : bytes->len);
    line.len -= end != NULL;
    return line;
}

static struct str document_take(struct str *bytes)
{
    enum { SHORTEST = 5 };
    const size_t length = bytes->len >= SHORTEST ? format_bson_length(*bytes) : 0;
    return bytes_take(bytes, length >= SHORTEST && length < bytes->len ? length : bytes->len);
}

bool article_next(enum article_format format, struct str *bytes, struct str *ret_bytes)
{
    while (bytes->len > 0) {
        struct str taken;
        if (format == ARTICLE_JSON)
            taken = line_take(bytes);
        else if (format == ARTICLE_BSON)
            taken = document_take(bytes);
        else
            taken = bytes_take(bytes, bytes->len);
        if (format == ARTICLE_JSON && is_blank(taken))
            continue;
        *ret_bytes = taken;
        return true;
    }
    return false;
}
