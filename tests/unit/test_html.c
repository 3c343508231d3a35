/* test_html.c -- the story of pages of many shapes. */
#include "../support/decoding.h"

#include <stdlib.h>

/* A paragraph long enough for a story, and what is found of it. */
#define STORY                                                                                  \
    "Les ministres des Affaires étrangères de six pays se sont réunis samedi à Almaty, a " \
    "annoncé le porte-parole du ministère, qui a parlé d'une étape importante vers le "    \
    "sommet du mois de juin et d'un communiqué commun."

static const struct {
    const char *page, *title, *body;
} PAGES[] = {
    /* paragraphs */
    {"<p>Un</p><p>deux", "", "Un\ndeux"},
    {"Un<br>deux<br/>trois", "", "Un\ndeux\ntrois"},
    {"<div>Un<div>deux</div>trois</div>", "", "Un\ndeux\ntrois"},
    {"<ul><li>Un<li>deux</ul>", "", "Un\ndeux"},
    {"<table><tr><td>Un<td>deux<tr><td>trois</table>", "", "Un\ndeux\ntrois"},
    {"<h2>Un</h2>deux<hr>trois<blockquote>quatre</blockquote>", "", "Un\ndeux\ntrois\nquatre"},
    {"<p>Un\n  <b>deux</b>\n<i>trois</i>,quatre</p>", "", "Un deux trois,quatre"},
    {"<p>M<sup>me</sup> Un<span> </span>deux</p>", "", "Mme Un deux"},
    {"<p>Un<!-- non -->deux</p>", "", "Undeux"},
    /* references */
    {"<p>l&rsquo;&eacute;t&eacute; &amp; &#233;&#xE9; &lt;b&gt; &#146; &nbsp;x &foo;</p>", "",
     "l’été & éé <b> ’ \xC2\xA0x &foo;"},
    {"<p>AT&T, 3 < 4</p>", "", "AT&T, 3 < 4"},
    {"<p>&lt;p&gt;&amp;eacute;&lt;/p&gt;</p>", "", "<p>&eacute;</p>"},
    /* no part of the story */
    {"<script>var a = '<p>non</p>';</script><p>Un</p><style>p { }</style>", "", "Un"},
    {"<nav><p>non</p></nav><p>Un</p><footer>non</footer>", "", "Un"},
    {"<p>Un</p><aside><p>non<p>non</aside><p>deux</p>", "", "Un\ndeux"},
    {"<figure><img src=a alt=non><figcaption>non</figcaption></figure><p>Un", "", "Un"},
    {"<p>Un</p><form><p>non</p><input value=non><button>non</button></form>", "", "Un"},
    {"<noscript><p>non</p></noscript><p>Un<svg><text>non</text></svg></p>", "", "Un"},
    {"<ul class='x menu y'><li>non</ul><p>Un</p><div role=navigation>non</div>", "", "Un"},
    {"<div class=RELATED><p>non</div><div id=comments>non</div><p>Un", "", "Un"},
    {"<p hidden>non</p><p>Un</p>", "", "Un"},
    {"<p class=menuiserie>Un</p>", "", "Un"},
    {"<header><a>non</a></header><p>Un</p>", "", "Un"},
    {"<iframe>non</iframe><p>Un</p><select><option>non</select>", "", "Un"},
    /* a page in one form, a page in a box */
    {"<form><h1>Titre</h1><p>Un</p><label>non</label></form>", "Titre", "Un"},
    {"<body class=menu><p>Un</p></body>", "", "Un"},
    {"<html class=menu><body><p>Un</p></body>", "", "Un"},
    {"<div class=widget><article><p>" STORY "</p></article></div>", "", STORY},
    /* the headline */
    {"<title>Titre - Site</title><p>Un</p>", "Titre - Site", "Un"},
    {"<title>Titre - Site</title><h1>Titre</h1><p>Un</p>", "Titre", "Un"},
    {"<p>Avant</p><h1>Le <b>titre</b></h1><p>Un</p>", "Le titre", "Avant\nUn"},
    {"<h1>Titre</h1><p>Un paragraphe assez long pour être replié</p><p>deux</p>", "Titre",
     "Un paragraphe assez long pour être replié\ndeux"},
    {"<meta property=og:title content='Le titre'><h1>Autre</h1><p>Un</p>", "Le titre", "Un"},
    {"<header><h1>Site</h1></header><article><h1>Titre</h1><p>" STORY "</p></article>", "Titre",
     STORY},
    {"<h1></h1><title>Titre</title><p>Un</p>", "Titre", "Un"},
    {"<h1>Titre</h1>", "Titre", ""},
    /* where the story is */
    {"<p>non</p><article><header><h1>Titre</h1><p>Chapeau</p></header><p>" STORY
     "</p><footer>non</footer></article><p>non</p>",
     "Titre", "Chapeau\n" STORY},
    {"<p>non</p><main><p>" STORY "</p></main><p>non</p>", "", STORY},
    {"<main><p>non</p><div itemprop=articleBody><p>" STORY "</p></div></main>", "", STORY},
    {"<article><p>non</p></article><article><p>" STORY "</p></article>", "", STORY},
    {"<article><p>Un</p></article><p>deux</p>", "", "Un\ndeux"},
    {"<article><p>" STORY "</p><article><p>Un</p></article></article>", "", STORY "\nUn"},
    {"<title>T</title><div id=app></div><script type=application/ld+json>"
     "{\"@type\": \"NewsArticle\", \"headline\": \"Titre\", \"articleBody\": \"Un\\ndeux\"}"
     "</script>",
     "Titre", "Un\ndeux"},
    /* markup as it comes */
    {"<P>Un</P><DIV>deux</DIV>", "", "Un\ndeux"},
    {"<p>Un</div></b></p></span>deux", "", "Un\ndeux"},
    {"<p>Un <b>deux <i>trois</b> quatre</i></p>", "", "Un deux trois quatre"},
    {"<p>Un<p>deux</html></body><p>trois", "", "Un\ndeux\ntrois"},
    {"<p title='a > b' data-x=\"<p>\">Un</p>", "", "Un"},
    {"<p>Un <unknown-tag>deux</unknown-tag></p>", "", "Un deux"},
    {"<p>Un</p><script>non", "", "Un"},
    {"<p>Un</p><!-- non", "", "Un"},
    {"<p>Un</p><", "", "Un\n<"},
    {"<!DOCTYPE html>\n<html><head></head><body>\n<p>Un</p>\n</body></html>\n", "", "Un"},
};

static void finds_the_story(void **state)
{
    struct decoding *decoding = *state;
    for (size_t i = 0; i < sizeof PAGES / sizeof *PAGES; i++) {
        const struct article *article = decoding_good(decoding, str_of(PAGES[i].page), "text/html");
        if (!str_equal(article->title, str_of(PAGES[i].title)) ||
            !str_equal(article->body, str_of(PAGES[i].body)))
            fail_msg("%s gives \"%.*s\", \"%.*s\"", PAGES[i].page, (int)article->title.len,
                     article->title.at, (int)article->body.len, article->body.at);
    }
}

static void reads_what_the_page_says_of_itself(void **state)
{
    const struct article *article = decoding_good(
        *state,
        STR("<!doctype html><html lang=fr-FR><head><meta charset=utf-8><title>T</title>"
            "<meta property='og:url' content='https://example.org/og'>"
            "<link rel=canonical href='https://example.org/a'>"
            "<meta property='og:site_name' content='Le Site'><meta name=date content=2020-01-01>"
            "<meta property='article:published_time' content='2025-04-27T00:30:00+06:00'>"
            "<meta name=parsely-post-id content=17></head><body><p>Un"),
        "text/html");
    assert_str(article->id, "17");
    assert_str(article->url, "https://example.org/a");
    assert_str(article->source, "Le Site");
    assert_str(article->language, "fr");
    assert_int_equal(article->published.day.day, 27);
    assert_int_equal(article->published.instant_ms, 1745692200000);
}

static void reads_linked_data(void **state)
{
    const struct article *article = decoding_good(
        *state,
        STR("<script type='application/ld+json'>{not json}</script>"
            "<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"WebSite\"}, "
            "{\"headline\": \"Titre\", \"datePublished\": \"2025-04-27\", \"inLanguage\": \"fr\","
            " \"publisher\": {\"name\": \"Le Site\"}}]}</script><title>Autre</title><p>Un"),
        "text/html");
    assert_str(article->title, "Titre");
    assert_str(article->body, "Un");
    assert_str(article->source, "Le Site");
    assert_str(article->language, "fr");
    assert_int_equal(article->published.day.day, 27);
}

static void dates_of_pages(void **state)
{
    static const struct {
        const char *page;
        int day;
    } CASES[] = {
        {"<p>x<time datetime=2025-04-21>", 21},
        {"<p>x<time datetime=2025-04-21></time><time pubdate datetime=2025-04-22>", 22},
        {"<p>x<meta itemprop=datePublished content=2025-04-23><time datetime=2025-04-21>", 23},
        {"<meta name=PubDate content=2025-04-24><p>x", 24},
        {"<meta name=date content=nonsense><meta name=pubdate content=2025-04-25><p>x", 25},
        {"<p>x", 0},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_int_equal(
            decoding_good(*state, str_of(CASES[i].page), "text/html")->published.day.day,
            CASES[i].day);
}

/* head, then `count` times piece. */
static struct str page_of(const char *head, const char *piece, size_t count)
{
    const size_t piece_len = strlen(piece);
    char *page = malloc(strlen(head) + count * piece_len + 1);
    assert_non_null(page);
    size_t len = (size_t)sprintf(page, "%s", head);
    for (size_t i = 0; i < count; i++, len += piece_len)
        memcpy(page + len, piece, piece_len);
    return str_make(page, len);
}

static void hostile_pages_are_refused_or_read(void **state)
{
    static const struct {
        const char *head, *piece;
        size_t count;
        int code;
    } CASES[] = {
        {"<p>x", "<div>", 500, 0},
        {"<p>x", "<div>", 600, FAULT_TOO_DEEP},
        {"<p>x", "<b>", 500000, FAULT_TOO_DEEP},
        {"<p>x", "<table><tr><td>", 100000, FAULT_TOO_DEEP},
        {"<p>x", "</b>", 500000, 0},
        {"<p>x", "<p>", 500000, 0},
        {"<p>x", "<a ", 100000, FAULT_TOO_COMPLEX},
        {"<p>x", "&#38;", 500000, 0},
        {"<p>x", "<!---->", 200000, 0},
        {"<p>x", "<script type='application/ld+json'>{\"headline\": \"t\"}</script>", 20000, 0},
        {"<p>x<p y='", "<a b=\"", 100000, FAULT_TOO_COMPLEX},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const struct str page = page_of(CASES[i].head, CASES[i].piece, CASES[i].count);
        const int code = decoding_run(*state, page, "text/html");
        if (code != CASES[i].code)
            fail_msg("case %zu: %d", i, code);
        free((char *)page.at);
    }
}

static void many_attributes_are_refused(void **state)
{
    struct decoding *decoding = *state;
    static const char *const HEADS[] = {"<p ", "<!-- <a x='--><p ", "<p x='>' ", "<p x=\"'\" "};
    for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++) {
        char page[16384];
        for (size_t count = 900; count <= 1100; count += 200) {
            size_t len = (size_t)sprintf(page, "%s", HEADS[i]);
            for (size_t k = 0; k < count; k++)
                len += (size_t)sprintf(page + len, "a%zx ", k);
            len += (size_t)sprintf(page + len, ">Un</p>");
            assert_int_equal(decoding_run(decoding, str_make(page, len), "text/html"),
                             count < 1000 ? 0 : FAULT_TOO_COMPLEX);
        }
    }
    assert_non_null(strstr(decoding->fault.text, "attributes"));
}

static void zero_bytes_do_not_end_a_page(void **state)
{
    const struct article *article =
        decoding_good(*state, STR("<p>Un\0deux</p><p>trois"), "text/html");
    assert_str(article->body, "Un deux\ntrois");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, decoding_setup, decoding_teardown)
    const struct CMUnitTest tests[] = {
        TEST(finds_the_story),
        TEST(reads_what_the_page_says_of_itself),
        TEST(reads_linked_data),
        TEST(dates_of_pages),
        TEST(hostile_pages_are_refused_or_read),
        TEST(many_attributes_are_refused),
        TEST(zero_bytes_do_not_end_a_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
