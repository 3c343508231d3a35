/* What is known of the world: whom a name means, whom an office serves, where a place is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "meeting/engine.h"

enum { MEMORY = 64 << 20 };

/* The events of a text: "Poutine RU, Xi CN @ Moscou RU", parted by "; ". */
struct telling {
    const char *language, *text, *events;
};

static const struct telling FIGURES[] = {
    {"fr", "Poutine a reçu Xi à Moscou vendredi.", "Poutine RU, Xi CN @ Moscou RU"},
    {"en", "Putin met Erdogan in Sochi on Friday.", "Putin RU, Erdogan TR @ Sochi RU"},
    /* Two names that a hyphen joins. */
    {"fr", "La rencontre Macron-Merkel a eu lieu vendredi.", "Macron FR, Merkel DE @ -"},
    /* A name with more in it than the one known, and what follows a name. */
    {"en", "Joseph R. Biden, Jr. met Justin Trudeau on Friday.",
     "Joseph R. Biden, Jr. US, Justin Trudeau CA @ -"},
    /* A title is not part of the name. */
    {"fr", "Le pape François a rencontré Angela Merkel vendredi.",
     "François VA, Angela Merkel DE @ -"},
    {"en", "Pope Francis met Angela Merkel on Friday.", "Francis VA, Angela Merkel DE @ -"},
    /* What the article says goes first. */
    {"en", "Canadian foreign minister Angela Merkel met Erdogan on Friday.",
     "Angela Merkel CA, Erdogan TR @ -"},
    {"fr", "Le secrétaire général de l'Otan, Angela Merkel, a rencontré Erdogan vendredi.",
     "Angela Merkel -, Erdogan TR @ -"},
    /* Who serves no state. */
    {"fr", "António Guterres a rencontré Erdogan vendredi. Le Portugal soutient le Portugal.",
     "António Guterres -, Erdogan TR @ -"},
};

static const struct telling OFFICES[] = {
    /* Of a part of a state, of a town, of a parliament, of a palace. */
    {"en",
     "The governor of California, Dana Reeve, met the premier of Ontario, Mark Tull, on Tuesday.",
     "Dana Reeve US, Mark Tull CA @ -"},
    {"fr", "Le Premier ministre du Québec, Luc Tremble, a rencontré le maire de Lyon, Paul Vernay.",
     "Luc Tremble CA, Paul Vernay FR @ -"},
    {"fr",
     "Le président du Bundestag, Jonas Weil, a rencontré la présidente de la Knesset, Tamar Levi.",
     "Jonas Weil DE, Tamar Levi IL @ -"},
    {"fr", "Le porte-parole du Kremlin, Ivan Petrenko, a rencontré le ministre indien Arun Mehta.",
     "Ivan Petrenko RU, Arun Mehta IN @ -"},
    {"en", "Polish army chief Jan Nowicki met White House adviser Dana Reeve on Tuesday.",
     "Jan Nowicki PL, Dana Reeve US @ -"},
    {"en", "Labour leader Alan Thorpe met Sinn Fein leader Orla Byrne on Tuesday.",
     "Alan Thorpe GB, Orla Byrne IE @ -"},
    /* Whose ambassador, and by his post and whom he met, where the story is at home. */
    {"en", "US ambassador to Kenya Warren Holt met Kenyan minister Peter Otieno on Tuesday.",
     "Warren Holt US, Peter Otieno KE @ - KE"},
    /* An office that one state has, unless the article is at home where another has it. */
    {"en", "Taoiseach Orla Byrne met Chancellor of the Exchequer Alan Thorpe on Tuesday.",
     "Orla Byrne IE, Alan Thorpe GB @ -"},
    {"en", "Treasury Secretary Dana Reeve met Japanese minister Kenji Arita on Tuesday.",
     "Dana Reeve US, Kenji Arita JP @ -"},
    {"en",
     "MANILA, April 30 (Reuters) - Foreign Secretary Lito Ramos met Japanese minister Kenji Arita "
     "on "
     "Tuesday. The Philippines wants more.",
     "Lito Ramos PH, Kenji Arita JP @ MANILA PH"},
    /* The article's own, by its dateline; the counterpart keeps his. */
    {"fr",
     "TUNIS, 30 avril (TAP) - Le ministre de la Défense, Ali Jaziri, a rencontré son homologue "
     "italien, Luca Ferro.",
     "Ali Jaziri TN, Luca Ferro IT @ TUNIS TN"},
    /* Of a faith, of a body of several states: of none. */
    {"fr", "L'archevêque de Canterbury, Alan Thorpe, a rencontré le ministre arménien Aram Sarian.",
     "Alan Thorpe -, Aram Sarian AM @ -"},
    {"en",
     "The secretary-general of the Arab League, Karim Nassar, met Egyptian minister Adel Farouk.",
     "Karim Nassar -, Adel Farouk EG @ -"},
};

static const struct telling PLACES[] = {
    /* A building is in its state, and in its town where the article names that. */
    {"en", "Warren Holt met Emre Kaya at the White House on Tuesday.",
     "Warren Holt -, Emre Kaya - @ - US"},
    {"fr", "Paul Vernay a reçu Emre Kaya mardi au palais de l'Élysée. Il a quitté Paris.",
     "Paul Vernay -, Emre Kaya - @ Paris FR"},
    {"fr", "Emre Kaya a été reçu mardi au Kremlin par Ivan Petrenko.",
     "Emre Kaya -, Ivan Petrenko - @ - RU"},
    /* A seat of government told by its state. */
    {"fr", "La conférence sur la Libye s'est ouverte mardi dans la capitale allemande.", " @ - DE"},
    {"en", "The conference on Libya opened on Tuesday in the German capital.", " @ - DE"},
    {"en", "Warren Holt met Emre Kaya in the Italian city of Bari on Tuesday.",
     "Warren Holt -, Emre Kaya - @ Bari IT"},
    /* What is visited. */
    {"en", "Emre Kaya visited Azerbaijan on Tuesday.", "Emre Kaya - @ - AZ"},
    {"fr", "Emre Kaya a visité Bakou mardi.", "Emre Kaya - @ Bakou AZ"},
    /* Which town of that name; old names; small towns. */
    {"en", "Warren Holt met Emre Kaya in Paris, Texas, on Tuesday.",
     "Warren Holt -, Emre Kaya - @ Paris US"},
    {"en", "Warren Holt met Emre Kaya in Kiev on Tuesday.", "Warren Holt -, Emre Kaya - @ Kiev UA"},
    {"en", "Warren Holt met Emre Kaya in Bürgenstock on Tuesday.",
     "Warren Holt -, Emre Kaya - @ Bürgenstock CH"},
    /* Who speaks is no place. */
    {"en", "Washington said Warren Holt met Emre Kaya in Ankara on Tuesday.",
     "Warren Holt -, Emre Kaya - @ Ankara TR"},
};

static struct str or_dash(struct str text)
{
    return text.len ? text : STR("-");
}

static size_t add(char *text, size_t size, size_t used, const char *between, struct str piece)
{
    return used +
           (size_t)snprintf(text + used, size - used, "%s%.*s", between, (int)piece.len, piece.at);
}

static void print_meeting(const struct meeting *meeting, char *text, size_t size)
{
    size_t used = strlen(text);
    used = add(text, size, used, used ? "; " : "", STR(""));
    for (unsigned i = 0; i < meeting->participant_count; i++) {
        const struct participant *who = &meeting->participants[i];
        used = add(text, size, used, i ? ", " : "", or_dash(who->name.len ? who->name : who->role));
        used = add(text, size, used, " ", or_dash(str_of(who->country)));
    }
    used = add(text, size, used, " @ ", or_dash(meeting->place.city));
    if (meeting->place.told)
        add(text, size, used, " ", or_dash(str_of(meeting->place.country)));
}

static int engine_open(void **state)
{
    struct engine *engine = NULL;
    struct fault fault = {0};
    if (engine_load(TEST_LANG_DIR, NULL, &engine, &fault) != 0)
        fail_msg("%s", fault.text);
    *state = engine;
    return 0;
}

static int engine_close(void **state)
{
    engine_free(*state);
    return 0;
}

/* Returns how many of the tellings come out otherwise than they say, and prints those. */
static int differing(const struct engine *engine, const struct telling *tellings, size_t count)
{
    struct arena *arena = arena_new(MEMORY);
    int wrong = 0;
    for (size_t i = 0; i < count; i++) {
        struct article article = {.id = STR("1"),
                                  .language = str_of(tellings[i].language),
                                  .body = str_of(tellings[i].text)};
        struct extraction extraction;
        struct fault fault = {0};
        char found[2048] = "";
        arena_reset(arena);
        assert_int_equal(engine_extract(engine, arena, &article, &extraction, &fault), 0);
        for (size_t m = 0; m < extraction.meeting_count; m++)
            print_meeting(&extraction.meetings[m], found, sizeof found);
        if (strcmp(found, tellings[i].events) == 0)
            continue;
        print_error("%s\n    %s\n    instead of %s\n", tellings[i].text, found, tellings[i].events);
        wrong++;
    }
    arena_free(arena);
    return wrong;
}

static void figures_are_known_by_name(void **state)
{
    assert_int_equal(differing(*state, FIGURES, sizeof FIGURES / sizeof *FIGURES), 0);
}

static void offices_tell_the_state(void **state)
{
    assert_int_equal(differing(*state, OFFICES, sizeof OFFICES / sizeof *OFFICES), 0);
}

static void places_are_found(void **state)
{
    assert_int_equal(differing(*state, PLACES, sizeof PLACES / sizeof *PLACES), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_are_known_by_name),
        cmocka_unit_test(offices_tell_the_state),
        cmocka_unit_test(places_are_found),
    };
    return cmocka_run_group_tests(tests, engine_open, engine_close);
}
