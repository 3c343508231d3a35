#include "article/html_element.h"

#include <stdlib.h>
#include <strings.h>

struct element {
    const char *name;
    enum element_role role;
};

/* Sorted by name. */
static const struct element ELEMENTS[] = {
    {"a", ELEMENT_INLINE},         {"abbr", ELEMENT_INLINE},    {"address", ELEMENT_BLOCK},
    {"amp-ad", ELEMENT_SKIP},      {"applet", ELEMENT_SKIP},    {"article", ELEMENT_ARTICLE},
    {"aside", ELEMENT_BOX},        {"audio", ELEMENT_SKIP},     {"b", ELEMENT_INLINE},
    {"blockquote", ELEMENT_BLOCK}, {"body", ELEMENT_BODY},      {"br", ELEMENT_BLOCK},
    {"button", ELEMENT_SKIP},      {"canvas", ELEMENT_SKIP},    {"caption", ELEMENT_SKIP},
    {"center", ELEMENT_BLOCK},     {"cite", ELEMENT_INLINE},    {"code", ELEMENT_INLINE},
    {"datalist", ELEMENT_SKIP},    {"dd", ELEMENT_BLOCK},       {"del", ELEMENT_SKIP},
    {"details", ELEMENT_BLOCK},    {"dialog", ELEMENT_SKIP},    {"dir", ELEMENT_BLOCK},
    {"div", ELEMENT_BLOCK},        {"dl", ELEMENT_BLOCK},       {"dt", ELEMENT_BLOCK},
    {"em", ELEMENT_INLINE},        {"embed", ELEMENT_SKIP},     {"fieldset", ELEMENT_BOX},
    {"figcaption", ELEMENT_SKIP},  {"figure", ELEMENT_BLOCK},   {"font", ELEMENT_INLINE},
    {"footer", ELEMENT_BOX},       {"form", ELEMENT_BOX},       {"h1", ELEMENT_HEADLINE},
    {"h2", ELEMENT_BLOCK},         {"h3", ELEMENT_BLOCK},       {"h4", ELEMENT_BLOCK},
    {"h5", ELEMENT_BLOCK},         {"h6", ELEMENT_BLOCK},       {"head", ELEMENT_BLOCK},
    {"header", ELEMENT_HEADER},    {"hr", ELEMENT_BLOCK},       {"html", ELEMENT_BODY},
    {"i", ELEMENT_INLINE},         {"iframe", ELEMENT_SKIP},    {"img", ELEMENT_INLINE},
    {"input", ELEMENT_SKIP},       {"ins", ELEMENT_INLINE},     {"label", ELEMENT_SKIP},
    {"li", ELEMENT_BLOCK},         {"main", ELEMENT_MAIN},      {"mark", ELEMENT_INLINE},
    {"math", ELEMENT_SKIP},        {"menu", ELEMENT_SKIP},      {"meta", ELEMENT_INLINE},
    {"nav", ELEMENT_SKIP},         {"noframes", ELEMENT_SKIP},  {"noscript", ELEMENT_SKIP},
    {"object", ELEMENT_SKIP},      {"ol", ELEMENT_BLOCK},       {"option", ELEMENT_SKIP},
    {"p", ELEMENT_BLOCK},          {"picture", ELEMENT_INLINE}, {"pre", ELEMENT_BLOCK},
    {"q", ELEMENT_INLINE},         {"s", ELEMENT_INLINE},       {"script", ELEMENT_SCRIPT},
    {"section", ELEMENT_BLOCK},    {"select", ELEMENT_SKIP},    {"small", ELEMENT_INLINE},
    {"span", ELEMENT_INLINE},      {"strong", ELEMENT_INLINE},  {"style", ELEMENT_SKIP},
    {"sub", ELEMENT_INLINE},       {"summary", ELEMENT_BLOCK},  {"sup", ELEMENT_INLINE},
    {"svg", ELEMENT_SKIP},         {"table", ELEMENT_BLOCK},    {"tbody", ELEMENT_BLOCK},
    {"td", ELEMENT_BLOCK},         {"template", ELEMENT_SKIP},  {"textarea", ELEMENT_SKIP},
    {"tfoot", ELEMENT_BLOCK},      {"th", ELEMENT_BLOCK},       {"thead", ELEMENT_BLOCK},
    {"time", ELEMENT_INLINE},      {"title", ELEMENT_TITLE},    {"tr", ELEMENT_BLOCK},
    {"u", ELEMENT_INLINE},         {"ul", ELEMENT_BLOCK},       {"video", ELEMENT_SKIP},
};

enum { ELEMENT_COUNT = sizeof ELEMENTS / sizeof *ELEMENTS, NAME_ROOM = 16 };

/* Words of a class or an id, whole between spaces, that only boxes beside a story have. */
static const char *const BOX_WORDS[] = {
    "ad",
    "ads",
    "advert",
    "advertisement",
    "breadcrumb",
    "breadcrumbs",
    "caption",
    "comments",
    "cookie-banner",
    "cookies",
    "credit",
    "disqus_thread",
    "footer",
    "image-caption",
    "main-menu",
    "menu",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "pagination",
    "photo-caption",
    "promo",
    "related",
    "related-articles",
    "related-posts",
    "share",
    "sharedaddy",
    "sharing",
    "sidebar",
    "skip-link",
    "social",
    "social-share",
    "sponsored",
    "subscribe",
    "tags",
    "toolbar",
    "visually-hidden",
    "sr-only",
    "widget",
    "wp-caption-text",
};

static const char *const BOX_ROLES[] = {"navigation", "complementary", "contentinfo",
                                        "search",     "menu",          "menubar",
                                        "dialog",     "alertdialog"};

bool text_is(const char *text, const char *word)
{
    return text && strcasecmp(text, word) == 0;
}

static int element_order(const void *name, const void *element)
{
    return strcmp(name, ((const struct element *)element)->name);
}

static const struct element *element_named(const char *name)
{
    return bsearch(name, ELEMENTS, ELEMENT_COUNT, sizeof *ELEMENTS, element_order);
}

enum element_role element_role(const char *name)
{
    const struct element *element = element_named(name);
    return element ? element->role : ELEMENT_INLINE;
}

bool element_is_known(struct str name, bool *ret_block)
{
    char room[NAME_ROOM];
    if (name.len == 0 || name.len >= NAME_ROOM)
        return false;
    for (size_t i = 0; i < name.len; i++) {
        const char c = name.at[i];
        room[i] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
    }
    room[name.len] = '\0';
    const struct element *element = element_named(room);
    if (!element)
        return false;
    *ret_block = element->role != ELEMENT_INLINE;
    return true;
}

const char *attribute_value(const unsigned char **attributes, const char *name)
{
    for (; attributes && *attributes; attributes += 2)
        if (strcmp((const char *)attributes[0], name) == 0)
            return attributes[1] ? (const char *)attributes[1] : "";
    return NULL;
}

static bool is_among(const char *word, size_t len, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strncasecmp(word, words[i], len) == 0 && words[i][len] == '\0')
            return true;
    return false;
}

static bool any_box_word(const char *text)
{
    static const char SPACES[] = " \t\r\n\f";
    while (text && *(text += strspn(text, SPACES))) {
        const size_t len = strcspn(text, SPACES);
        if (is_among(text, len, BOX_WORDS, sizeof BOX_WORDS / sizeof *BOX_WORDS))
            return true;
        text += len;
    }
    return false;
}

bool attributes_mark_box(const unsigned char **attributes)
{
    if (!attributes)
        return false;
    if (attribute_value(attributes, "hidden"))
        return true;
    const char *role = attribute_value(attributes, "role");
    if (role && is_among(role, strlen(role), BOX_ROLES, sizeof BOX_ROLES / sizeof *BOX_ROLES))
        return true;
    return any_box_word(attribute_value(attributes, "class")) ||
           any_box_word(attribute_value(attributes, "id"));
}
