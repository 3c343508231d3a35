#include "annotate/look.h"
#include "meeting/clause/status.h"
#include "meeting/find/agenda.h"
#include "meeting/find/crowd.h"
#include "meeting/find/find.h"
#include "meeting/find/gap.h"
#include "meeting/find/governor.h"
#include "meeting/find/object.h"
#include "meeting/find/predicate.h"
#include "meeting/find/sitting.h"
#include "meeting/find/travel.h"
#include "meeting/find/vain.h"
#include "meeting/find/when.h"
#include "meeting/label/label.h"
#include "meeting/resolve/group.h"

/* "X host Y": the bare form as a present is that of several; beside one it is a noun. */
static bool agrees(const struct finder *finder, const struct act *act)
{
    const bool bare = act->verb->tense == TENSE_PRES && act->verb->modality == MODALITY_NONE &&
                      act->verb->word->tag == TAG_INF &&
                      act->verb->word->begin == clause_chunk(&finder->clause, act->index)->begin;
    return !bare || !clause_is(&finder->clause, act->subject, TYPE(PARTY)) ||
           act_is_several(finder, act->subject) || finder_asked(finder, act->index);
}

/* "The Ministry said it had received B": whether the pronoun stands for a body that says so itself.
 */
static bool is_body_saying(const struct finder *finder, uint32_t pronoun)
{
    const struct clause *clause = &finder->clause;
    const uint64_t between = TYPE(SUBORDINATOR) | TYPE(RELATIVE) | TYPE(DATE) | TYPE(AT);
    uint32_t verb = pronoun;
    while (verb > 0 && clause_is(clause, verb - 1, between))
        verb--;
    if (verb == 0 || !clause_is(clause, --verb, TYPE(VERB)) ||
        !verb_reading(finder->document, clause_verb(clause, verb), LEXICON_SPEECHVERB))
        return false;
    const uint32_t speaker = clause_subject(clause, verb);
    if (!clause_is(clause, speaker, TYPE(PARTY)))
        return false;
    const enum party_type type = party_members(clause_chunk(clause, speaker)->of)->at[0]->type;
    return type == PARTY_ORGANIZATION || type == PARTY_COUNTRY;
}

/* "an area called X", "people arriving in X", "it was received": whoever does it is no party. */
static bool is_subject(const struct finder *finder, const struct act *act)
{
    const struct document *document = finder->document;
    const uint32_t begin = clause_chunk(&finder->clause, act->index)->begin;
    const bool participle = act->verb->tense == TENSE_GER || act->verb->tense == TENSE_PP ||
                            (act->frame == FRAME_CALL && act->verb->tense == TENSE_PAST);
    if (act->verb->tense == TENSE_PP && act->frame == FRAME_WITH && begin > finder->sentence->begin)
        return false; /* "il veut un accord négocié avec B" */
    if (clause_is(&finder->clause, act->subject, TYPE(PRONOUN)))
        return (act->frame != FRAME_HOST && act->frame != FRAME_VISIT) ||
               !document_is(document, clause_chunk(&finder->clause, act->subject)->begin,
                            CLASS(NEUTER)) ||
               (act->frame == FRAME_HOST && is_body_saying(finder, act->subject));
    return !participle || begin == finder->sentence->begin || act->objective || /* "lui a parlé" */
           !is_unknown_noun(finder, act->index, begin - 1);
}

static bool act_denied(const struct act *act)
{
    return act->verb->negative && act->verb->modality == MODALITY_NONE &&
           (act->verb->tense == TENSE_PAST || act->verb->tense == TENSE_PRES ||
            act->verb->tense == TENSE_GER ||
            act->verb->tense == TENSE_INF); /* "on not talking with B" */
}

/* "ils se réunissent depuis 2009": again and again. */
static bool is_since_long(const struct finder *finder, uint32_t index)
{
    for (uint32_t i = index + 1; i < finder->clause.chunks.count; i++) {
        if (clause_is(&finder->clause, i, TYPE(VERB) | TYPE(NOUN) | TYPE(STOP)))
            return false;
        const struct chunk *chunk = clause_chunk(&finder->clause, i);
        const struct date *date = chunk->type == CHUNK_DATE ? chunk->of->detail : NULL;
        if (date)
            return date->lean < 0 && !date_is_day(date);
    }
    return false;
}

/* "a pour mission de négocier", "il est important de négocier": what somebody is there for, or what
 * is thought of it. */
static bool is_duty(const struct finder *finder, const struct act *act)
{
    enum { WORDS_BACK = 4 };
    const struct document *document = finder->document;
    const uint32_t begin = clause_chunk(&finder->clause, act->index)->begin;
    const struct annotation *words = NULL;
    if (act->verb->tense != TENSE_INF && act->verb->tense != TENSE_GER &&
        act->verb->tense != TENSE_PERF)
        return false;
    for (uint32_t back = 1; back <= WORDS_BACK && !words && back <= begin; back++)
        words = look_at(document, begin - back, LEXICON_FALSEFRIEND);
    const struct str sort = words ? pack_column(document->pack, words->value, 0) : STR("");
    return words && words->end >= begin &&
           (str_equal(sort, STR("GENERIC")) || str_equal(sort, STR("JUDGED")));
}

/* "Notre envoyé spécial s'est rendu à Oslo": who reports. */
static bool is_reporter(const struct finder *finder, const struct act *act)
{
    if (act->frame != FRAME_VISIT || !clause_is(&finder->clause, act->subject, TYPE(PARTY)))
        return false;
    return party_speaks(party_members(clause_chunk(&finder->clause, act->subject)->of)->at[0]);
}

/* "ne pas recevoir des élus qui visitent la région": what people of some kind do. */
static bool is_of_kind(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    if (act->frame != FRAME_VISIT || !clause_is(clause, act->subject, TYPE(PARTY)) ||
        !clause_is(clause, act->index - 1, TYPE(RELATIVE)))
        return false;
    const struct party *party = party_members(clause_chunk(clause, act->subject)->of)->at[0];
    return party->type == PARTY_GROUP && !party->delegation &&
           !act_goes_on(finder, act->index, TYPE(DATE));
}

/* "ils se réunissent chaque année", "would meet if invited": no particular occasion. */
static bool is_habit(const struct finder *finder, const struct act *act)
{
    const bool wished = act->verb->tense == TENSE_COND;
    const bool now = act->verb->tense == TENSE_PRES && act->verb->modality == MODALITY_NONE;
    const bool rule = act->verb->tense == TENSE_PRES && act->verb->modality != MODALITY_NONE &&
                      !act_goes_on(finder, act->index, TYPE(DATE)); /* "peut réunir chaque fois" */
    return ((wished || now || rule) && finder_generic(finder)) || told_as_usual(finder, act) ||
           (now && (is_since_long(finder, act->index) || is_of_kind(finder, act)));
}

/* "Welcoming the members, X said", "the mayor welcomes investors": a greeting, if nothing tells
 * where or when; a headline's is none. */
static bool is_greeting(const struct finder *finder, const struct act *act,
                        const struct mention *mention)
{
    const bool opens = act->index == 0 && act->verb->tense == TENSE_GER;
    const bool now = act->verb->tense == TENSE_PRES && act->verb->modality == MODALITY_NONE &&
                     !(finder->sentence->flags & SENTENCE_TITLE);
    return act->frame == FRAME_HOST && act->lexeme->kind == KIND_VISIT && (opens || now) &&
           !mention->place && !mention->date;
}

/* "called on Thursday on the minister": no telephone, but a visit to him; a day stands between. */
static bool calls_at(const struct finder *finder, const struct act *act)
{
    if (act->frame != FRAME_CALL || act->object == CLAUSE_NONE || act->verb->passive ||
        act->object < act->index + 2)
        return false;
    const uint32_t begin = clause_chunk(&finder->clause, act->object)->begin;
    const uint32_t on = begin - 1 - document_is(finder->document, begin - 1, CLASS(DETERMINER));
    return document_is(finder->document, on, CLASS(ABOUT)) &&
           document_is(finder->document, on, CLASS(AT));
}

/* A new mention with what the verb by itself tells, or NULL. */
static struct mention *act_mention(struct finder *finder, const struct act *act)
{
    struct mention *mention = finder_mention(finder, act->index);
    if (!mention)
        return NULL;
    mention->verb = true;
    mention->strong = true;
    mention->official = act->lexeme->official;
    mention->opening = act->lexeme->frame == FRAME_ARRIVE || act_sets_out(finder, act) ||
                       travels_today(finder, act->index);
    mention->bilateral =
        act->frame == FRAME_OBJECT || act->frame == FRAME_WITH || act->frame == FRAME_CALL;
    mention->hosting = act->frame == FRAME_HOST;
    mention->objective = act->objective;
    mention->kind =
        act->frame == FRAME_VISIT || act->frame == FRAME_INVITE ? KIND_VISIT : act->lexeme->kind;
    if (act->frame == FRAME_OBJECT && act->lexeme->frame == FRAME_VISIT &&
        !act_is_visited(finder, act))
        mention->kind = KIND_TALKS; /* "s'est rendu chez B" */
    mention->mode = act->lexeme->mode;
    mention->place = act_state(finder, act);
    if (calls_at(finder, act)) {
        mention->kind = KIND_TALKS;
        mention->mode = MODE_IN_PERSON;
    }
    if (mention->kind == KIND_CALL && mention->mode == MODE_UNKNOWN) {
        mention->kind = KIND_TALKS;
        mention->spoken = clause_after(&finder->clause, act->index, TYPE(PARTY) | TYPE(NOUN),
                                       TYPE(AT)) == CLAUSE_NONE; /* "at the G7" */
    }
    const bool met =
        act->frame == FRAME_OBJECT && act->verb->passive; /* "was met at the airport" */
    const enum welcome welcome = mention->hosting || met ? act_welcomes(finder, act) : WELCOME_NONE;
    if (welcome != WELCOME_NONE) {
        mention->kind = KIND_VISIT;
        mention->opening = true;
        mention->greeted = welcome == WELCOME_BY;
    }
    if (mention->hosting && act_hosts_visit(finder, act))
        mention->kind = KIND_VISIT;
    return mention;
}

/* "Les ministres, réunis à Lyon, ont décidé", "le comité du parti, réuni mardi": of whom it is told
 * right behind them and whose they are, or CLAUSE_NONE. */
static uint32_t aside_of(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    if (clause_verb(clause, index)->tense != TENSE_PP || index == 0)
        return CLAUSE_NONE;
    uint32_t before = index - 1 - (index > 1 && clause_is(clause, index - 1, TYPE(COMMA)));
    while (before > 0 && before < index &&
           (clause_is(clause, before, TYPE(OF)) || clause_is(clause, before - 1, TYPE(OF))))
        before -= clause_is(clause, before, TYPE(OF)) ? 1 : 2;
    return before < index && clause_is(clause, before, TYPE(PARTY)) &&
                   act_is_several(finder, before) &&
                   act_goes_on(finder, index, TYPE(PLACE) | TYPE(DATE))
               ? before
               : CLAUSE_NONE;
}

/* How the verb takes its parties, but for what is told of it elsewhere. */
static enum frame act_frame(enum frame frame)
{
    if (frame == FRAME_ARRIVE || frame == FRAME_STAY)
        return FRAME_VISIT;
    if (frame == FRAME_TOPIC)
        return FRAME_WITH;
    return frame == FRAME_GRANT ? FRAME_HOST : frame == FRAME_SIT ? FRAME_JOINT : frame;
}

/* Whether the verb with its slots tells a meeting in particular. */
static bool is_told(const struct finder *finder, const struct act *act)
{
    return agrees(finder, act) && is_subject(finder, act) && act_complete(finder, act) &&
           (!act_denied(act) || told_as_missed(finder, act)) && !told_as_return(finder, act) &&
           !is_habit(finder, act) && !is_duty(finder, act) && !is_reporter(finder, act) &&
           !told_as_kept_up(finder, act) && !told_as_repeated(finder, act->index) &&
           !told_as_unreal(finder, act->index) && !told_only_if(finder, act->index) &&
           !told_as_purpose(finder, act) && !travels_to_attend(finder, act->index) &&
           !travels_onward(finder, act->index) && !told_headless(finder, act) &&
           !(act->frame == FRAME_HOST && act_greets(finder, act));
}

/* "The two leaders discussed what is to be done in May", "would discuss peace in Mali": tells of
 * the meeting told before what it was about, and not when. */
static void go_on(const struct finder *finder, const struct act *act, struct mention *mention)
{
    uint32_t end = clause_chunk(&finder->clause, act->index)->end;
    if (act->lexeme->frame != FRAME_WITH || act->frame != FRAME_JOINT ||
        act->lexeme->mode != MODE_UNKNOWN ||
        !clause_is(&finder->clause, act->subject, TYPE(PARTY)) ||
        !party_is_pair(finder->document,
                       party_members(clause_chunk(&finder->clause, act->subject)->of)->at[0]))
        return;
    end += document_is(finder->document, end, CLASS(ADVERB)); /* "dined together in Rome in June" */
    mention->place = mention->place && mention->place->begin > end + 1 ? NULL : mention->place;
    end = mention->place ? mention->place->end : end;
    if (mention->date && mention->date->begin > end + 1)
        mention->date = NULL;
    mention->status = status_of_meeting_verb(act->verb);
    const bool reported = act->verb->tense == TENSE_COND; /* by who knew not yet that it was held */
    mention->label.pointing =
        !mention->date && !mention->place && (mention->status == STATUS_HELD || reported);
    mention->status_told &= !reported;
}

/* How, where, when and by whom it is held, as the words around the verb tell. */
static void act_fill(struct finder *finder, const struct act *act, struct mention *mention)
{
    slot_manner(finder, mention, act->index);
    if (act_is_own_sitting(act, mention))
        mention->kind = mention->label.kind = KIND_SESSION;
    slot_hosts(finder, mention, act->index);
    slot_company(finder, mention);
    act_status(finder, act, mention);
    if (told_as_missed(finder, act)) {
        mention->status = STATUS_CANCELLED;
        mention->status_told = true;
    }
    mention->unfinished = status_is_under_way(act->verb);
    mention->now = status_is_now(act->verb);
    mention->further = told_further(finder, act->index);
    slot_circumstances(finder, mention, act->index);
    slot_ahead(finder, mention, act->verb);
    if (mention->hosting && mention->date && date_is_range(mention->date->detail))
        mention->kind = KIND_VISIT; /* "accueillera B du 3 au 5 mai" */
    go_on(finder, act, mention);
}

/* "accepted a request from B | to meet": B, with whoever does that. */
static void take_bidder(const struct finder *finder, struct act *act)
{
    const uint32_t bidder = governor_bidder(finder, act->index);
    if (bidder == CLAUSE_NONE || (act->frame != FRAME_OBJECT && act->frame != FRAME_JOINT) ||
        act->object != CLAUSE_NONE)
        return;
    act->frame = FRAME_WITH;
    act->with = bidder;
    act->subject =
        clause_subject(&finder->clause, clause_governing_verb(&finder->clause, act->index));
}

/* How the verb takes its parties where it is its own reflexive or not; false: it tells no meeting.
 */
static bool act_open(const struct finder *finder, struct act *act)
{
    const struct verb *verb = act->verb;
    const uint32_t aside = aside_of(finder, act->index);
    if (aside != CLAUSE_NONE && (clause_governor(&finder->clause, aside) & TYPE(BETWEEN)))
        return false; /* "un échange entre les élus réunis à Lyon" */
    const bool opening = verb->tense == TENSE_PP && (act->index == 0 || aside != CLAUSE_NONE);
    act->frame = act_frame(act->lexeme->frame);
    const bool gathers = act->frame == FRAME_JOINT && act_gathers(finder, act->index);
    const bool together = verb->passive && act->frame == FRAME_JOINT; /* "sont réunis" */
    const bool unreflexive = act->lexeme->reflexive && !verb->reflexive;
    if (unreflexive && !opening && !gathers && !together)
        return false;
    if (unreflexive && gathers)
        act->frame = FRAME_HOST; /* "le préfet a réuni les élus" */
    act_read(finder, act);
    take_bidder(finder, act);
    if (act->subject == CLAUSE_NONE)
        act->subject = aside;
    const bool by_noun =
        act->lexeme->frame == FRAME_JOINT || act->frame == FRAME_VISIT || act->frame == FRAME_HOST;
    return !(by_noun && finder_sense(finder, act->index) != SENSE_NONE &&
             clause_after(&finder->clause, act->index, TYPE(NOUN), GOVERNOR_NONE) ==
                 act->index + 1); /* "convened a session", "dropped by the talks" */
}

/* "A sera reçu lundi, B mardi et C jeudi": the verb told once is of them all. */
static void keep_next_subjects(struct finder *finder, const struct act *act,
                               struct mention *mention)
{
    if (!clause_is(&finder->clause, act->subject, TYPE(PARTY)) || act->subject >= act->index)
        return;
    const uint32_t begin = clause_chunk(&finder->clause, act->subject)->begin;
    keep_next(finder, mention, (struct span){begin, mention->trigger.begin}, act->index);
}

void find_by_verb(struct finder *finder, uint32_t index)
{
    const struct verb *verb = clause_verb(&finder->clause, index);
    const struct annotation *word = verb_reading(finder->document, verb, LEXICON_MEETVERB);
    if (!word)
        return;
    struct verb received = *verb;
    struct act act = {.index = index, .verb = &received};
    act.lexeme = look_lexeme(finder->document, word);
    received.passive |= act_is_received(finder, &act);
    if (!act_open(finder, &act) || !is_told(finder, &act) || sits_idly(finder, &act))
        return;
    struct mention *mention = act_mention(finder, &act);
    if (!mention)
        return;
    act_parties(finder, &act, mention);
    if (told_as_possible(finder, mention) || told_by_reporter(finder, act.subject, mention))
        return;
    if (act.frame == FRAME_JOINT &&
        (!act_session(finder, &act, mention) || told_as_rite(finder, index)))
        return;
    if (act.frame == FRAME_HOST && act.lexeme->frame == FRAME_JOINT)
        act_convened(finder, mention);
    if (crowd_gathers(finder, &act, mention))
        return;
    if (act.lexeme->kind == KIND_SESSION && act.frame != FRAME_JOINT &&
        !act_hearing(finder, mention))
        return;
    act_fill(finder, &act, mention);
    if (told_of_some(finder, mention) || crowd_visits(finder, &act, mention) ||
        is_greeting(finder, &act, mention) || act_is_membership(finder, &act, mention) ||
        told_of_private_life(finder, &act, mention))
        return;
    const bool received_by = act.frame == FRAME_HOST && act.verb->passive;
    const bool behind = received_by && act.subject != CLAUSE_NONE && act.subject > index;
    const uint32_t others = act.frame == FRAME_WITH ? act.with
                            : behind                ? act.subject /* "Seront reçus A et B" */
                            : received_by           ? act.agent
                                                    : act.object;
    keep_apart(finder, mention, others);
    if (others == CLAUSE_NONE || act.frame == FRAME_VISIT || act.frame == FRAME_JOINT)
        keep_next_subjects(finder, &act, mention);
    keep_others(finder, mention);
}
