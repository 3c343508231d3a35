#include "article/html_meta.h"

#include "article/html_element.h"
#include "article/json.h"
#include "article/pick.h"
#include "article/published.h"
#include "base/utf8.h"

/* No more blocks of JSON-LD are read of one page: each costs memory of its own. */
enum { MOST_LINKED_DATA = 16, LINKED_DATA_DEPTH = 64, ITEMPROP_RANK = 3, TIME_RANK = 90 };

/* Which names in <meta> tell what; the lowest rank counts. */
static const struct {
    const char *name;
    enum field field;
    int rank;
} NAMES[] = {
    {"og:title", FIELD_TITLE, TITLE_OPEN_GRAPH},
    {"og:url", FIELD_URL, 2},
    {"og:site_name", FIELD_SOURCE, 1},
    {"og:locale", FIELD_LANGUAGE, 2},
    {"content-language", FIELD_LANGUAGE, 4},
    {"article:published_time", FIELD_PUBLISHED, 1},
    {"og:article:published_time", FIELD_PUBLISHED, 1},
    {"datepublished", FIELD_PUBLISHED, ITEMPROP_RANK},
    {"parsely-pub-date", FIELD_PUBLISHED, 4},
    {"sailthru.date", FIELD_PUBLISHED, 5},
    {"dc.date.issued", FIELD_PUBLISHED, 6},
    {"dcterms.created", FIELD_PUBLISHED, 7},
    {"dc.date", FIELD_PUBLISHED, 8},
    {"publish-date", FIELD_PUBLISHED, 9},
    {"publication_date", FIELD_PUBLISHED, 10},
    {"pubdate", FIELD_PUBLISHED, 11},
    {"date", FIELD_PUBLISHED, 12},
    {"article:id", FIELD_ID, 1},
    {"article_id", FIELD_ID, 2},
    {"article-id", FIELD_ID, 3},
    {"articleid", FIELD_ID, 4},
    {"parsely-post-id", FIELD_ID, 5},
    {"post-id", FIELD_ID, 6},
};

static struct meta_value *meta_slot(struct html_meta *meta, enum field field)
{
    switch (field) {
    case FIELD_TITLE:
        return &meta->title;
    case FIELD_BODY:
        return &meta->body;
    case FIELD_URL:
        return &meta->url;
    case FIELD_SOURCE:
        return &meta->source;
    case FIELD_LANGUAGE:
        return &meta->language;
    default:
        return &meta->id;
    }
}

static int meta_offer(struct arena *arena, struct html_meta *meta, enum field field, int rank,
                      struct str text)
{
    if (field == FIELD_PUBLISHED) {
        if ((!meta->published_rank || rank < meta->published_rank) &&
            published_parse(text, &meta->published))
            meta->published_rank = rank;
        return 0;
    }
    struct meta_value *slot = meta_slot(meta, field);
    if ((slot->rank && slot->rank <= rank) || text.len == 0)
        return 0;
    const struct str copy = arena_copy(arena, text);
    if (!copy.at)
        return FAULT_MEMORY;
    *slot = (struct meta_value){copy, rank};
    return 0;
}

static int meta_named(struct arena *arena, struct html_meta *meta, const char *name,
                      const char *content)
{
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (text_is(name, NAMES[i].name))
            return meta_offer(arena, meta, NAMES[i].field, NAMES[i].rank, str_of(content));
    return 0;
}

static int meta_tag(struct arena *arena, struct html_meta *meta, const unsigned char **attributes)
{
    static const char *const KEYS[] = {"property", "name", "itemprop", "http-equiv"};
    const char *content = attribute_value(attributes, "content");
    for (size_t i = 0; content && i < sizeof KEYS / sizeof *KEYS; i++) {
        const char *name = attribute_value(attributes, KEYS[i]);
        const int code = name ? meta_named(arena, meta, name, content) : 0;
        if (code)
            return code;
    }
    return 0;
}

int meta_element(struct arena *arena, struct html_meta *meta, const char *name,
                 const unsigned char **attributes)
{
    if (strcmp(name, "meta") == 0)
        return meta_tag(arena, meta, attributes);
    if (strcmp(name, "html") == 0)
        return meta_offer(arena, meta, FIELD_LANGUAGE, 1,
                          str_of(attribute_value(attributes, "lang")));
    if (strcmp(name, "link") == 0 && text_is(attribute_value(attributes, "rel"), "canonical"))
        return meta_offer(arena, meta, FIELD_URL, 1, str_of(attribute_value(attributes, "href")));
    const char *instant = attribute_value(attributes, "datetime");
    if (!instant || strcmp(name, "time") != 0)
        return 0;
    const bool sure = attribute_value(attributes, "pubdate") ||
                      text_is(attribute_value(attributes, "itemprop"), "datePublished");
    return meta_offer(arena, meta, FIELD_PUBLISHED, sure ? ITEMPROP_RANK : TIME_RANK,
                      str_of(instant));
}

/* Where JSON-LD has them, alone or in a @graph. */
static const struct article_fields LINKED_DATA_FIELDS = {
    .id = "",
    .title = "headline|@graph.headline",
    .body = "articleBody|@graph.articleBody",
    .published = "datePublished|@graph.datePublished",
    .language = "inLanguage|@graph.inLanguage",
    .source = "publisher|publisher.name|@graph.publisher.name",
    .url = "",
};

int meta_linked_data(struct arena *arena, struct html_meta *meta, struct str json)
{
    static const struct {
        enum field field;
        int rank;
    } TOLD[] = {
        {FIELD_TITLE, TITLE_LINKED_DATA}, {FIELD_BODY, 1}, {FIELD_LANGUAGE, 3}, {FIELD_SOURCE, 2}};
    if (meta->linked_data == MOST_LINKED_DATA)
        return 0;
    meta->linked_data++;
    struct pick *pick = pick_new(arena, &LINKED_DATA_FIELDS, LINKED_DATA_DEPTH);
    int code = pick ? json_walk(arena, json, pick, NULL) : FAULT_MEMORY;
    if (code)
        return code == FAULT_MEMORY ? code : 0;
    for (size_t i = 0; i < sizeof TOLD / sizeof *TOLD; i++) {
        struct str text;
        code = pick_take(pick, TOLD[i].field, &text);
        if (!code)
            code = meta_offer(arena, meta, TOLD[i].field, TOLD[i].rank, text);
        if (code)
            return code;
    }
    struct published published;
    if ((!meta->published_rank || meta->published_rank > 2) && pick_published(pick, &published)) {
        meta->published = published;
        meta->published_rank = 2;
    }
    return 0;
}
