#include <string.h>

#include "annotate/date/schedule.h"
#include "annotate/look.h"
#include "annotate/verb.h"
#include "meeting/clause/titled.h"
#include "meeting/mention/occasion.h"
#include "meeting/resolve/delegation.h"
#include "meeting/resolve/resolve.h"

/* Who "he" is, by whom the sentences before and his own name. */

/* Where the main clause begins: "After meeting A, B flew home", "Speaking after talks with A, B
 * said" are about B. */
static uint32_t main_clause(const struct document *document, const struct sentence *sentence,
                            uint32_t end)
{
    const struct annotation *words = look_at(document, sentence->begin, ANNOTATION_VERB);
    const struct verb *verb = words ? words->detail : NULL;
    const bool doing = verb && (verb->tense == TENSE_GER || verb->tense == TENSE_PP) &&
                       !document_is(document, words->end, CLASS(OF)); /* "Accueilli par A, il a" */
    if (!doing && !look_at(document, sentence->begin, LEXICON_FOLLOWING) &&
        !look_at(document, sentence->begin, LEXICON_WITH)) /* "Avec A, il a discuté" */
        return sentence->begin;
    for (uint32_t t = sentence->begin; t < end; t++) {
        if (look_mark(document, t, ','))
            return t + 1;
    }
    return sentence->begin;
}

/* "“Glad to see B,” A wrote": where the sentence goes on behind the quotation with which it begins,
 * its beginning if nobody is told there, its end if the quotation goes on. */
static uint32_t behind_quote(const struct document *document, const struct sentence *sentence)
{
    uint32_t t = sentence->begin;
    if (!titled_mark(document, t))
        return t;
    while (++t < sentence->end) {
        if (titled_mark(document, t))
            return look_within(document, t, sentence->end, ANNOTATION_PARTY) ? t : sentence->begin;
    }
    return sentence->end;
}

/* Where in a sentence before it those begin whom the pronoun may mean. */
static uint32_t people_begin(const struct document *document, const struct sentence *sentence)
{
    const uint32_t behind = behind_quote(document, sentence);
    return behind == sentence->begin ? main_clause(document, sentence, sentence->end) : behind;
}

/* "In Dakar he", "On Monday he", "In the afternoon he": only a day or a place goes before. */
static bool is_adjunct(const struct document *document, uint32_t begin, uint32_t end)
{
    if (!document_is(document, begin, CLASS(AT)) && !look_at(document, begin, ANNOTATION_DATE))
        return false;
    for (uint32_t t = begin; t < end; t++) {
        const struct annotation *party = look_at(document, t, ANNOTATION_PARTY);
        if (look_at(document, t, ANNOTATION_VERB) ||
            (party && party_members(party)->at[0]->type != PARTY_COUNTRY))
            return false;
    }
    return true;
}

/* "Il a reçu B.  Il recevra C", "À Lima, il a reçu B", "Lui et B se verront": who is meant was
 * named before, and is not B; not "Il a reçu B. Elle". */
static bool goes_on(const struct document *document, const struct sentence *sentence,
                    enum gender gender)
{
    enum { WORDS_MAX = 10 };
    for (uint32_t t = sentence->begin; t < sentence->end && t < sentence->begin + WORDS_MAX; t++) {
        if (document_is(document, t, CLASS(PRONOUN)) &&
            !look_at(document, t, ANNOTATION_DATE)) /* "Il y a un mois" */
            return gender_agrees(gender, gender_of_pronoun(document, t)) &&
                   (t == sentence->begin || look_mark(document, t - 1, ',') ||
                    is_adjunct(document, sentence->begin, t));
        const struct annotation *annotation = look_at(document, t, ANNOTATION_PARTY);
        if (annotation && party_members(annotation)->at[0]->type == PARTY_PERSON)
            break;
    }
    return document_is(document, sentence->begin, CLASS(OBJECTIVE)) &&
           document_is(document, sentence->begin + 1, CLASS(AND));
}

/* "son homologue péruvien": whether the party is of the state whose office's holder it met. */
static bool is_of_counterpart(const struct story *story, const struct mention *mention,
                              const struct party *party)
{
    const char *own = actor_country(story, party);
    for (uint16_t i = 0; i < mention->party_count && own[0]; i++) {
        const struct party *other = mention->parties[i].party;
        if (other->counterpart && strcmp(actor_country(story, other), own) == 0)
            return true;
    }
    return false;
}

bool pronoun_can_mean(const struct story *story, const struct mention *mention,
                      const struct party *party)
{
    return gender_agrees(mention->gender, party_gender(story, party)) &&
           !is_of_counterpart(story, mention, party);
}

/* "Après un entretien avec B, il a rencontré": whether the party is named in what goes before. */
static bool is_in_front(const struct document *document, const struct party *party, uint32_t begin,
                        uint32_t end)
{
    if (document_is(document, end, CLASS(RELATIVE)))
        return false; /* "l'entretien de A à Lyon, où il est" */
    for (uint32_t t = begin; party->person && t < end; t++) {
        const struct annotation *annotation = look_at(document, t, ANNOTATION_PARTY);
        if (annotation && party_members(annotation)->at[0]->person == party->person)
            return true;
    }
    return false;
}

/* "Monday, 3 May", "10:00: departure", "Dinner with B": a line of the agenda in which the mention
 * is another line, and whose agenda it is was told before all of them. */
static bool is_of_agenda(const struct document *document, const struct mention *mention,
                         uint32_t sentence)
{
    const struct sentence *line = &document->sentences.at[sentence];
    return mention->agenda &&
           (sentence_is_timed(document, sentence) || date_alone(document, line) ||
            look_at(document, line->begin, LEXICON_MEETNOUN));
}

/* "Une délégation conduite par B est attendue, a confirmé dimanche | A": whether the party only
 * tells what stands before the comma. */
static bool is_inverted_speaker(const struct document *document, const struct party *party)
{
    enum { WORDS_MAX = 4 };
    for (uint32_t back = 1; back <= WORDS_MAX && back < party->begin; back++) {
        const uint32_t t = party->begin - back;
        const struct annotation *words = look_at(document, t, ANNOTATION_VERB);
        if (words)
            return verb_reading(document, words->detail, LEXICON_SPEECHVERB) &&
                   look_mark(document, t - 1, ',');
        if (look_flag(document, t, TOKEN_PUNCT))
            break;
    }
    return false;
}

static bool begins_with_envoys(const struct document *document, const struct sentence *sentence)
{
    const struct party_list *list = party_list_at(document, sentence->begin);
    return list && list->at[0]->delegation;
}

/* "Les entretiens avec B ont porté sur Z. Il": whether the party is told as the other side. */
static bool is_other_side(const struct document *document, const struct party *party)
{
    enum { WORDS_MAX = 3 };
    for (uint32_t back = 1; back <= WORDS_MAX && back <= party->begin; back++) {
        const struct annotation *with = look_at(document, party->begin - back, LEXICON_WITH);
        if (with)
            return with->end == party->begin;
    }
    return false;
}

/* "X wants to appoint a premier. He met B": whoever has the office, and nobody who could act. */
static bool is_anyone(const struct document *document, const struct party *party)
{
    return party->name_end == party->name_begin && rank_is_head(party->rank) &&
           (document_is(document, party->begin, CLASS(INDEFINITE)) ||
            (party->begin && document_is(document, party->begin - 1, CLASS(INDEFINITE))));
}

/* Who speaks the quotation in which something stands: somebody, or "he" or "she". */
struct speaker {
    bool told;
    const struct party *party; /* NULL: a pronoun tells him */
};

/* "…,” A said", "…”, a dit A", "A said: “…": who is told as the speaker within few words. */
static struct speaker speaker_among(const struct document *document, uint32_t begin, uint32_t end)
{
    struct speaker speaker = {.told = false};
    bool says = false, known = false;
    for (uint32_t t = begin; t < end && !(says && known); t++) {
        says |= look_at(document, t, LEXICON_SPEECHVERB) != NULL;
        const struct annotation *party = look_at(document, t, ANNOTATION_PARTY);
        if (known || (!party && !document_is(document, t, CLASS(PRONOUN))))
            continue;
        known = true;
        speaker.party = party ? party_members(party)->at[0] : NULL;
    }
    speaker.told = says && known;
    return speaker;
}

/* "“He will meet B,” A said": who says what the mention tells of "him" in quotation marks. */
static struct speaker speaker_of(const struct document *document, const struct mention *mention)
{
    enum { WORDS_MAX = 8 };
    uint32_t open = 0, close = mention->trigger.end;
    unsigned marks = 0;
    const uint32_t count = (uint32_t)document->tokens.count;
    for (uint32_t t = mention->trigger.begin; t > 0; t--) {
        if (titled_mark(document, t - 1) && marks++ == 0)
            open = t - 1;
        if (look_flag(document, t - 1, TOKEN_LINE))
            break;
    }
    while (close < count && !titled_mark(document, close) &&
           !look_flag(document, close, TOKEN_LINE))
        close++;
    if (marks % 2 == 0 || close == count || !titled_mark(document, close))
        return (struct speaker){.told = false};
    const uint32_t behind = close + WORDS_MAX < count ? close + WORDS_MAX : count;
    const struct speaker speaker = speaker_among(document, close + 1, behind);
    if (speaker.told || open == 0 || !look_mark(document, open - 1, ':'))
        return speaker;
    return speaker_among(document, open > WORDS_MAX ? open - WORDS_MAX : 0, open);
}

/* Whether "he" in what the speaker says can't be the party, as the speaker himself is it.  Where a
 * pronoun tells the speaker, he is the first who could be meant. */
static bool is_speaker(struct speaker *speaker, const struct party *party)
{
    if (!speaker->told)
        return false;
    if (!speaker->party)
        speaker->party = party;
    return party == speaker->party || (party->person && party->person == speaker->party->person);
}

const struct party *person_before(const struct story *story, const struct mention *mention)
{
    const struct document *document = story->document;
    const uint32_t sentence = mention->sentence;
    const struct sentence *own = &document->sentences.at[sentence];
    const uint32_t front = main_clause(document, own, mention->trigger.begin);
    const struct party *partner = NULL; /* if nobody else is told */
    struct speaker speaker = {.told = false};
    if (mention->gender != GENDER_UNKNOWN) /* no "we" */
        speaker = speaker_of(document, mention);
    uint32_t passed = 0;
    for (uint32_t back = 0; back - passed <= SENTENCES_BACK && back <= sentence; back++) {
        const struct sentence *at = &document->sentences.at[sentence - back];
        if (back > 0 && (at->flags & SENTENCE_BOILERPLATE))
            continue;
        if (look_at(document, at->begin, LEXICON_LATTER))
            return last_before(document, sentence - back); /* "Celui-ci a reçu C. Il verra D" */
        if (goes_on(document, at, mention->gender) ||
            (back > 0 && is_of_agenda(document, mention, sentence - back))) {
            passed++;
            continue;
        }
        const uint32_t end = back == 0 ? mention->trigger.begin : at->end;
        const struct party *governed = NULL; /* "pour le sommet entre A et B, C est arrivé" */
        for (uint32_t t = back == 0 ? front : people_begin(document, at); t < end; t++) {
            const struct annotation *annotation = look_at(document, t, ANNOTATION_PARTY);
            if (!annotation)
                continue;
            const struct party_list *list = party_members(annotation);
            uint16_t i = 0;
            while (i + 1 < list->count && is_in_front(document, list->at[i], own->begin, front))
                i++;
            const struct party *first = list->at[i];
            if (first->type != PARTY_PERSON || first->plural || first->weak || first->companion ||
                party_speaks(first) || is_anyone(document, first) ||
                is_in_front(document, first, own->begin, front) ||
                !pronoun_can_mean(story, mention, first) || is_speaker(&speaker, first))
                continue;
            const bool says = back > 0 && is_inverted_speaker(document, first);
            if (says && begins_with_envoys(document, at))
                continue; /* "Une délégation est attendue, a dit A.  Elle": those who are sent */
            if (!says && !party_is_governed(document, first) &&
                !look_clitic(document, annotation->end))
                return first; /* "A's envoy, B, went where he met C": B */
            if (is_other_side(document, first))
                partner = partner ? partner : first;
            else if (!governed)
                governed = first;
        }
        if (governed)
            return governed;
        passed += partner != NULL; /* whose meetings are told one by one was named before them */
    }
    return partner;
}

/* The state in which the mention's meeting is, or the visit told before it goes; "" untold. */
static const char *state_around(const struct mention_list *mentions, uint32_t index)
{
    const struct mention *visit = visit_before(mentions, index);
    const struct annotation *place = mentions->at[index]->place;
    if (!place && visit && visit->sentence + SENTENCES_BACK >= mentions->at[index]->sentence)
        place = visit->place;
    return place ? ((const struct spot *)place->detail)->country : "";
}

void pronoun_is_another(const struct story *story, const struct mention_list *mentions,
                        uint32_t index, const struct party *person)
{
    struct mention *mention = mentions->at[index];
    for (unsigned i = 0; person->person && i < mention->party_count; i++) {
        const struct party *office = mention->parties[i].party;
        if (office->person != person->person || office->name_end > office->name_begin ||
            office->begin < mention->trigger.begin)
            continue;
        struct party *other = ARENA_ARRAY(story->document->arena, struct party, 1);
        if (!other) {
            story->document->memory_out = true;
            return;
        }
        *other = *office;
        other->person = 0;
        const char *state = state_around(mentions, index);
        if (state[0] && strcmp(state, actor_country(story, person)) != 0)
            memcpy(other->country, state, 3);
        mention->parties[i].party = other;
    }
}
