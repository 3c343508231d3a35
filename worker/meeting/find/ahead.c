#include "annotate/look.h"
#include "meeting/find/find.h"
#include "meeting/find/governor.h"
#include "meeting/find/predicate.h"
#include "meeting/find/there.h"
#include "meeting/find/unread.h"
#include "meeting/mention/occasion.h"

/* Whether a meeting told by a noun is to come, by the verb that governs it. */

/* "is expected to brief a session": the verb that no list has follows, and this only helps it. */
static bool is_helping(const struct finder *finder, uint32_t verb)
{
    const struct chunk *chunk = clause_chunk(&finder->clause, verb);
    const struct annotation *aux = look_at(finder->document, chunk->begin, LEXICON_AUX);
    return aux && aux->end > chunk->end;
}

/* "will review what was agreed at the summit", "the plans endorsed at it": whether a past form
 * right before the word that governs the noun says what was done there. */
static bool is_done_there(const struct finder *finder, uint32_t noun)
{
    const uint32_t at = clause_preposition(&finder->clause, noun);
    if (at == CLAUSE_NONE || !clause_is(&finder->clause, at, TYPE(AT) | TYPE(FOLLOWING)))
        return false;
    const uint32_t t = clause_chunk(&finder->clause, at)->begin;
    if (t <= finder->sentence->begin)
        return false;
    const struct annotation *outcome = look_at(finder->document, t - 1, LEXICON_OUTCOMEVERB);
    uint32_t before = outcome ? outcome->begin - 1 : t;
    while (before > finder->sentence->begin &&
           document_is(finder->document, before, CLASS(ADVERB) | CLASS(NEGATION)))
        before--; /* "ne sera pas signé lors du sommet" */
    const struct annotation *aux = look_at(finder->document, before, LEXICON_AUX);
    const bool ahead = aux && (aux->tag == TAG_INF || aux->tag == TAG_FUT); /* "to be signed at" */
    return outcome && outcome->end == t && !ahead &&
           (outcome->tag == TAG_PAST || outcome->tag == TAG_PP);
}

/* "agreed to meet at the summit": whether the verb right before the noun tells of a meeting that is
 * to come; "agreed to visit Oslo during their talks": at talks nobody meets again. */
static bool is_for_later(const struct finder *finder, uint32_t noun)
{
    const enum meeting_kind kind = finder->labels[noun].kind;
    const struct mention *act = finder->count ? finder->mentions[finder->count - 1] : NULL;
    if (kind != KIND_VISIT && !kind_is_gathering(kind))
        return false;
    for (uint32_t i = noun; act && act->verb && i-- > 0;) {
        const struct chunk *chunk = clause_chunk(&finder->clause, i);
        if (chunk->begin <= act->trigger.begin && act->trigger.begin < chunk->end)
            return act->status == STATUS_SCHEDULED;
        if (clause_is(&finder->clause, i, TYPE(VERB) | TYPE(STOP) | TYPE(SUBORDINATOR)))
            return false;
    }
    return false;
}

/* "a vote, to be held on the margins of the session": the infinitive right before the word that
 * governs the noun says that it is to come. */
static bool is_to_be_there(const struct finder *finder, uint32_t noun)
{
    const uint32_t at = clause_preposition(&finder->clause, noun);
    if (at == CLAUSE_NONE || at == 0 || !clause_is(&finder->clause, at - 1, TYPE(VERB)))
        return false;
    const struct verb *verb = clause_verb(&finder->clause, at - 1);
    return verb->tense == TENSE_INF && verb->passive && verb->modality == MODALITY_NONE;
}

/* "said the border would open after talks with B": news that comes from there; "after the talks"
 * are known, and may be to come. */
static bool is_source(const struct finder *finder, uint32_t noun)
{
    const struct str when = clause_when(&finder->clause, clause_preposition(&finder->clause, noun));
    const struct label *label = &finder->labels[noun];
    return str_equal(when, STR("AFTER")) && !label->definite && !label->possessive;
}

/* "She will go there, following a call with B on Friday": what was told there, behind a comma. */
static bool is_news_from(const struct finder *finder, uint32_t noun)
{
    const uint32_t at = clause_preposition(&finder->clause, noun);
    return at != CLAUSE_NONE && at > 0 && clause_is(&finder->clause, at - 1, TYPE(COMMA)) &&
           finder->labels[noun].indefinite &&
           str_equal(clause_when(&finder->clause, at), STR("AFTER"));
}

bool noun_is_one_before(const struct finder *finder, uint32_t noun)
{
    const struct label *label = &finder->labels[noun];
    const uint32_t at = clause_preposition(&finder->clause, noun);
    return str_equal(clause_when(&finder->clause, at), STR("AFTER")) &&
           ((label->indefinite && label->edition == 1) ||
            document_is(finder->document, clause_chunk(&finder->clause, noun)->of->begin,
                        CLASS(STANDIN)));
}

/* "Le sommet abordera la question": whether it is told to do something that is to come. */
static bool acts_later(const struct clause *clause, uint32_t noun)
{
    uint32_t verb = noun + 1;
    while (verb < clause->chunks.count && !clause_is(clause, verb, TYPE(VERB) | TYPE(STOP)))
        verb++;
    if (!clause_is(clause, verb, TYPE(VERB)) || clause_subject(clause, verb) != noun)
        return false;
    const struct verb *act = clause_verb(clause, verb); /* "une réunion devrait examiner le plan" */
    return act->tense == TENSE_FUT || (act->modality == MODALITY_DUE && !act->bygone);
}

static bool is_going_on(enum sense sense)
{
    return sense == SENSE_CONTINUE || sense == SENSE_RESUME;
}

/* "souhaitent | signer", "agreed | to continue": whether behind the verb at index an infinitive
 * tells what is to be done, or after a verb of the past, what is to go on. */
static bool has_aim_behind(const struct finder *finder, uint32_t index)
{
    const struct document *document = finder->document;
    const uint64_t endings = CLASS(INFINITIVEENDING);
    uint32_t t = clause_chunk(&finder->clause, index)->end;
    t += document_is(document, t, CLASS(TO) | CLASS(OF));
    const struct annotation *event = look_at(document, t, LEXICON_EVENTVERB);
    if (event && event->tag == TAG_INF && is_going_on(look_lexeme(document, event)->sense))
        return true;
    return clause_verb(&finder->clause, index)->tense == TENSE_PRES && endings &&
           look_flag(document, t, TOKEN_WORD) && !look_flag(document, t, TOKEN_CAPITAL) &&
           !document_is(document, t, CLASS(DETERMINER) | CLASS(POSSESSIVE)) &&
           pack_word_ends(document->pack, document_text(document, t, t + 1), endings);
}

/* "souhaitent signer l'accord au sommet", "sont convenus de poursuivre leurs échanges en marge du
 * forum": whether what is wished for, or is agreed to go on, is to be done there; but "agreed to
 * cut emissions at the summit": agreed there. */
static bool is_intended(const struct finder *finder, uint32_t index)
{
    struct governor governor = {clause_verb(&finder->clause, index),
                                finder_sense(finder, index),
                                clause_verb(&finder->clause, index)->negative,
                                {0, 0}};
    const bool infinite = governor.verb->tense == TENSE_INF;
    if (infinite ? !is_going_on(governor.sense) || !governor_of(finder, index, &governor)
                 : !has_aim_behind(finder, index))
        return false;
    return !governor.negative &&
           (governor.sense == SENSE_AGREE || governor.sense == SENSE_PLAN ||
            governor.sense == SENSE_PROPOSE || governor.sense == SENSE_EXPECT);
}

/* "is due at the summit", "a decision is expected there": whether the verb at index says so. */
static bool is_awaited(const struct finder *finder, uint32_t index)
{
    const enum sense sense = finder_sense(finder, index);
    return clause_verb(&finder->clause, index)->passive &&
           (sense == SENSE_EXPECT || sense == SENSE_PLAN);
}

/* "Lors de sa visite, A rencontrera B": the verb behind a comma that says what is to come, or
 * CLAUSE_NONE. */
static uint32_t plan_behind(const struct clause *clause, uint32_t noun)
{
    bool comma = false;
    for (uint32_t i = noun + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(RELATIVE) | TYPE(SUBORDINATOR)))
            break;
        comma |= clause_is(clause, i, TYPE(COMMA));
        if (!clause_is(clause, i, TYPE(VERB)) || !clause_finite(clause, i))
            continue;
        const struct verb *verb = clause_verb(clause, i);
        const bool plan = verb->tense == TENSE_FUT || verb->modality == MODALITY_DUE;
        return comma && plan ? i : CLAUSE_NONE;
    }
    return CLAUSE_NONE;
}

/* "Après un entretien avec le maire, il recevra les élus": whether the phrase that the noun opens,
 * on no day of its own, is one of what somebody told of before will do in turn. */
static bool opens_course(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t at = clause_preposition(clause, noun);
    const uint32_t verb = at == 0 ? plan_behind(clause, noun) : CLAUSE_NONE;
    return verb != CLAUSE_NONE && clause_is(clause, verb - 1, TYPE(PRONOUN)) &&
           clause_after(clause, noun, TYPE(DATE), UINT64_MAX) > verb &&
           str_equal(clause_when(clause, at), STR("AFTER"));
}

/* "the focus of talks", "of her talks". */
static bool is_of(const struct clause *clause, uint32_t noun)
{
    return (clause_governor(clause, noun) & TYPE(OF)) ||
           (noun > 1 && clause_is(clause, noun - 1, TYPE(POSSESSIVE)) &&
            clause_is(clause, noun - 2, TYPE(OF)));
}

/* "Trade would be the focus of her talks, she said": whether the words behind the verb before the
 * noun, or from the sentence's beginning on, say so. */
static bool would_be(const struct finder *finder, uint32_t noun, bool whole)
{
    const struct clause *clause = &finder->clause;
    const uint32_t verb = clause_governing_verb(clause, noun);
    const bool before = verb != CLAUSE_NONE && verb < noun;
    return unread_would(finder, before ? clause_chunk(clause, verb)->end : finder->sentence->begin,
                        clause_chunk(clause, noun)->begin, whole);
}

bool noun_is_ahead(const struct finder *finder, uint32_t noun)
{
    const uint64_t governor = clause_governor(&finder->clause, noun);
    const bool there = (governor & (TYPE(AT) | TYPE(SIDELINE))) != 0;
    const uint32_t at = clause_preposition(&finder->clause, noun);
    const bool during = str_equal(clause_when(&finder->clause, at), STR("DURING"));
    const uint32_t index = clause_governing_verb(&finder->clause, noun);
    const bool later = (governor & TYPE(FOLLOWING)) && !is_source(finder, noun);
    if (is_done_there(finder, noun) || is_news_from(finder, noun) ||
        noun_is_one_before(finder, noun))
        return false;
    const bool of = is_of(&finder->clause, noun);
    if ((later || there || of) && would_be(finder, noun, of))
        return true;
    if (unread_besides(finder, noun) || is_to_be_there(finder, noun) ||
        ((during || there) && index == CLAUSE_NONE &&
         plan_behind(&finder->clause, noun) != CLAUSE_NONE) ||
        opens_course(finder, noun))
        return true;
    if (index == CLAUSE_NONE || is_helping(finder, index))
        return unread_tense(finder, clause_chunk(&finder->clause, noun)->begin) == TENSE_FUT ||
               (index == CLAUSE_NONE && clause_preposition(&finder->clause, noun) == CLAUSE_NONE &&
                (acts_later(&finder->clause, noun) ||
                 unread_tense_behind(finder, clause_chunk(&finder->clause, noun)->end) ==
                     TENSE_FUT));
    const struct verb *verb = clause_verb(&finder->clause, index);
    if (unread_inverted(finder, index) || (there && is_awaited(finder, index)))
        return true;
    if ((there || during) && finder_sense(finder, index) == SENSE_EXPECT &&
        verb->tense == TENSE_PRES)
        return true; /* "economists expect the bank to cut rates at its meeting on Thursday" */
    if ((there || during) && is_intended(finder, index))
        return true;
    return verb->tense == TENSE_FUT || verb->modality == MODALITY_DUE ||
           verb->modality == MODALITY_MAY || (there && verb->modality == MODALITY_WANT) ||
           ((there || during) && is_for_later(finder, noun)) ||
           (verb->tense == TENSE_COND &&
            (there || later || finder_sense(finder, index) == SENSE_HOLD));
}

void status_had(const struct finder *finder, struct mention *mention)
{
    enum { WORDS_BACK = 4 };
    const struct date *date = mention->date ? mention->date->detail : NULL;
    const bool day = date && date_is_day(date) && date->direction >= 0 && date->offset >= 0;
    if (mention->status != STATUS_HELD || mention->status_told || !day)
        return;
    const uint32_t begin = mention->trigger.begin;
    for (uint32_t back = 1; back <= WORDS_BACK && begin >= finder->sentence->begin + back; back++) {
        const struct annotation *aux = look_at(finder->document, begin - back, LEXICON_AUX);
        if (look_flag(finder->document, begin - back, TOKEN_PUNCT))
            return;
        if (!aux)
            continue;
        const bool right = aux->end == begin || aux->end == mention->label.words.begin ||
                           document_is(finder->document, aux->end, CLASS(DETERMINER));
        if (right && aux->tag == TAG_PRES && look_says(finder->document, aux, STR("HAVE"))) {
            mention->status = STATUS_SCHEDULED;
            mention->status_told = true;
        }
        return;
    }
}
