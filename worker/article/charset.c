#include "article/charset.h"

#include <unicode/ucnv.h>

#include "base/utf8.h"

enum { NAME_ROOM = 48, META_REACH = 1024, PIVOT_ROOM = 1024 };

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool starts_with(struct str s, const char *prefix)
{
    const size_t len = strlen(prefix);
    if (s.len < len)
        return false;
    for (size_t i = 0; i < len; i++)
        if (lower(s.at[i]) != prefix[i])
            return false;
    return true;
}

/* ---- marks ---- */

static const struct {
    const char *bytes;
    size_t size;
    const char *name;
} MARKS[] = {
    {"\xEF\xBB\xBF", 3, "utf-8"}, {"\xFF\xFE", 2, "utf-16le"}, {"\xFE\xFF", 2, "utf-16be"}};

enum { MARK_COUNT = sizeof MARKS / sizeof *MARKS };

static size_t mark_of(struct str bytes)
{
    size_t i = 0;
    while (i < MARK_COUNT &&
           (bytes.len < MARKS[i].size || memcmp(bytes.at, MARKS[i].bytes, MARKS[i].size) != 0))
        i++;
    return i;
}

size_t charset_mark_size(struct str bytes)
{
    const size_t mark = mark_of(bytes);
    return mark < MARK_COUNT ? MARKS[mark].size : 0;
}

enum utf16_order charset_utf16_order(struct str bytes)
{
    if (bytes.len < 4)
        return UTF16_NOT;
    if (bytes.at[0] && !bytes.at[1] && bytes.at[2] && !bytes.at[3])
        return UTF16_LITTLE;
    if (!bytes.at[0] && bytes.at[1] && !bytes.at[2] && bytes.at[3])
        return UTF16_BIG;
    return UTF16_NOT;
}

/* ---- names ---- */

/* What browsers read instead (encoding.spec.whatwg.org); "" is as good as not told. */
static const char *name_alias(const char *name)
{
    static const char *const ALIASES[][2] = {
        {"utf8", "utf-8"},
        {"unicode", "utf-16le"},
        {"us-ascii", ""},
        {"ascii", ""},
        {"iso-8859-1", "windows-1252"},
        {"iso8859-1", "windows-1252"},
        {"iso_8859-1", "windows-1252"},
        {"latin1", "windows-1252"},
        {"latin-1", "windows-1252"},
        {"iso-8859-9", "windows-1254"},
        {"iso-8859-11", "windows-874"},
        {"gb2312", "gb18030"},
        {"gbk", "gb18030"},
        {"shift_jis", "windows-31j"},
        {"shift-jis", "windows-31j"},
        {"ks_c_5601-1987", "windows-949"},
        {"euc-kr", "windows-949"},
    };
    for (size_t i = 0; i < sizeof ALIASES / sizeof *ALIASES; i++)
        if (strcmp(name, ALIASES[i][0]) == 0)
            return ALIASES[i][1];
    return name;
}

/* Only what names are made of: ICU would take options behind a comma, or look for a file. */
static bool name_read(struct str told, char ret_name[NAME_ROOM])
{
    size_t len = 0;
    for (size_t i = 0; i < told.len; i++) {
        const char c = lower(told.at[i]);
        const bool known = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '_' || c == '.' || c == ':';
        if (!known || len + 1 == NAME_ROOM)
            return false;
        ret_name[len++] = c;
    }
    ret_name[len] = '\0';
    return true;
}

/* The value behind the first `key` in s, in quotation marks or not. */
static struct str value_after(struct str s, const char *key)
{
    for (size_t i = 0; i < s.len; i++) {
        if (!starts_with(str_make(s.at + i, s.len - i), key))
            continue;
        size_t begin = i + strlen(key);
        while (begin < s.len && (s.at[begin] == ' ' || s.at[begin] == '=' || s.at[begin] == '"' ||
                                 s.at[begin] == '\''))
            begin++;
        size_t end = begin;
        while (end < s.len && !strchr(" \"';/>?", s.at[end]))
            end++;
        return str_make(s.at + begin, end - begin);
    }
    return (struct str){0};
}

/* The charset of the first <meta> or <?xml?> that has one. */
static struct str page_charset(struct str page)
{
    if (page.len > META_REACH)
        page.len = META_REACH;
    for (size_t i = 0; i < page.len; i++) {
        const struct str rest = str_make(page.at + i, page.len - i);
        const bool is_meta = starts_with(rest, "<meta");
        if (!is_meta && !starts_with(rest, "<?xml"))
            continue;
        const char *close = memchr(rest.at, '>', rest.len);
        const struct str tag = str_make(rest.at, close ? (size_t)(close - rest.at) : rest.len);
        const struct str told = value_after(tag, is_meta ? "charset" : "encoding");
        if (told.len)
            return told;
    }
    return (struct str){0};
}

/* ---- conversion ---- */

/* Neither side puts a replacement for what is wrong: it stops there. */
static bool converters_open(const char *name, UConverter *ret_converters[2])
{
    UErrorCode error = U_ZERO_ERROR;
    UConverter *from = ucnv_open(name, &error);
    UConverter *to = ucnv_open("UTF-8", &error);
    if (U_SUCCESS(error))
        ucnv_setToUCallBack(from, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
    if (U_FAILURE(error)) {
        ucnv_close(from);
        ucnv_close(to);
        return false;
    }
    ret_converters[0] = from;
    ret_converters[1] = to;
    return true;
}

/* Up to three bytes of UTF-8 for each byte of any set. */
static int converters_run(UConverter *const converters[2], struct str bytes, char *at,
                          struct str *ret_text, size_t *ret_read)
{
    UChar pivot[PIVOT_ROOM], *pivot_source = pivot, *pivot_target = pivot;
    char *target = at;
    const char *source = bytes.at;
    UErrorCode error = U_ZERO_ERROR;
    ucnv_convertEx(converters[1], converters[0], &target, at + 3 * bytes.len, &source,
                   bytes.at + bytes.len, pivot, &pivot_source, &pivot_target, pivot + PIVOT_ROOM,
                   true, true, &error);
    *ret_read = (size_t)(source - bytes.at);
    *ret_text = str_make(at, (size_t)(target - at));
    return U_SUCCESS(error) ? 0 : error == U_MEMORY_ALLOCATION_ERROR ? FAULT_MEMORY : FAULT_CHARSET;
}

static int convert(struct arena *arena, struct str bytes, const char *name, struct str *ret_text,
                   struct fault *ret_fault)
{
    UConverter *converters[2];
    if (!converters_open(name, converters))
        return fault_set(ret_fault, FAULT_CHARSET, "the character set '%s' is not known", name);
    char *at = arena_alloc(arena, 3 * bytes.len + 1);
    struct str text;
    size_t read = 0;
    const int code = at ? converters_run(converters, bytes, at, &text, &read) : FAULT_MEMORY;
    ucnv_close(converters[0]);
    ucnv_close(converters[1]);
    if (code == FAULT_MEMORY)
        return fault_set(ret_fault, code, "the arena is full of text from %s", name);
    if (code)
        return fault_set(ret_fault, code, "the text is not valid %s before byte %zu", name, read);
    *ret_text = text;
    return 0;
}

static int utf8_take(struct str bytes, struct str *ret_text, struct fault *ret_fault)
{
    const size_t good = utf8_valid_prefix(bytes);
    if (good < bytes.len)
        return fault_set(ret_fault, FAULT_CHARSET, "the text is not valid UTF-8 at byte %zu", good);
    *ret_text = bytes;
    return 0;
}

/* True when most of what is beyond ASCII is well-formed UTF-8: damaged, not another set. */
static bool is_damaged_utf8(struct str bytes)
{
    size_t good = 0, bad = 0;
    while (bytes.len > 0) {
        const size_t prefix = utf8_valid_prefix(bytes);
        for (size_t i = 0; i < prefix; i++)
            good += (unsigned char)bytes.at[i] >= 0xC0;
        if (prefix == bytes.len)
            break;
        bad++;
        bytes = str_make(bytes.at + prefix + 1, bytes.len - prefix - 1);
    }
    return good > bad;
}

static int undeclared_decode(struct arena *arena, struct str bytes, bool is_json,
                             struct str *ret_text, struct fault *ret_fault)
{
    if (utf8_valid(bytes) || is_json || is_damaged_utf8(bytes))
        return utf8_take(bytes, ret_text, ret_fault);
    return convert(arena, bytes, "windows-1252", ret_text, ret_fault);
}

/* The name that counts, as it was given; empty when nobody says. */
static struct str charset_told(struct str bytes, const struct charset_hints *hints)
{
    const size_t mark = mark_of(bytes);
    if (mark < MARK_COUNT)
        return str_of(MARKS[mark].name);
    if (hints->declared.len)
        return hints->declared;
    if (charset_utf16_order(bytes) != UTF16_NOT)
        return (struct str){0};
    const struct str page = hints->is_page ? page_charset(bytes) : (struct str){0};
    if (starts_with(page, "utf-16"))
        return STR("utf-8"); /* the page could not have been read so far */
    return page.len ? page : hints->setting;
}

int charset_decode(struct arena *arena, struct str bytes, const struct charset_hints *hints,
                   struct str *ret_text, struct fault *ret_fault)
{
    const struct str told = charset_told(bytes, hints);
    char room[NAME_ROOM];
    if (!name_read(told, room))
        return fault_set(ret_fault, FAULT_CHARSET, "'%.*s' is not the name of a character set",
                         (int)(told.len < NAME_ROOM ? told.len : NAME_ROOM), told.at);
    const size_t mark = charset_mark_size(bytes);
    bytes = str_make(bytes.at + mark, bytes.len - mark);
    const char *name = name_alias(room);
    if (!*name || strcmp(name, "utf-16") == 0) {
        const enum utf16_order order = charset_utf16_order(bytes);
        if (order != UTF16_NOT || *name)
            name = order == UTF16_BIG ? "utf-16be" : "utf-16le";
    }
    if (!*name)
        return undeclared_decode(arena, bytes, hints->is_json, ret_text, ret_fault);
    if (strcmp(name, "utf-8") == 0)
        return utf8_take(bytes, ret_text, ret_fault);
    return convert(arena, bytes, name, ret_text, ret_fault);
}
