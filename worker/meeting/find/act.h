/*
 * act.h -- one verb of meeting with its slots, while verb.c reads it.
 */
#ifndef MEETING_FIND_ACT_H
#define MEETING_FIND_ACT_H

#include "annotate/lexis.h"
#include "meeting/find/find.h"

/* One meeting verb with what its clause tells of it. */
struct act {
    uint32_t index; /* of its chunk */
    const struct verb *verb;
    const struct lexeme *lexeme;
    enum frame frame;
    bool first; /* "became the first to meet B" */
    uint32_t subject, object, with, agent, between;
    bool objective; /* a pronoun stands for the other party */
    bool owned;     /* whose agenda it is does it: "10:30 Meets with B" */
};

/* denied.c: "proposed that A meet B", "planned that": what is asked for, or planned; or UNKNOWN. */
enum meeting_status finder_asked(const struct finder *finder, uint32_t verb);
/* act_status.c: the status that the verb gives. */
void act_status(const struct finder *finder, const struct act *act, struct mention *mention);

/* Who takes part by the slots of the verb: subject, object, "with", "by", "between". */
void act_parties(const struct finder *finder, const struct act *act, struct mention *mention);

/* Whether the verb tells a meeting, and no journey to one. */
bool finder_tells_meeting(const struct finder *finder, const struct verb *verb);

/* "A a invité B à Paris", "a dépêché une délégation à Oslo": a guest, and a place right behind. */
bool act_bids(const struct finder *finder, const struct act *act);
bool act_sends(const struct finder *finder, const struct act *act);

/* "Reçu mardi par A, B a plaidé", "reçu à l'Élysée": whether the participle tells who received. */
bool act_is_received(const struct finder *finder, const struct act *act);

/* "X, que A a rencontré", "X, with whom A spoke": the object or the other side, told before. */
void act_relative(const struct finder *finder, struct act *act);
/* "B, with whom A held talks", "avec qui il a eu un entretien": B, where no other meeting is told
 * before, with whom "he" met; or CLAUSE_NONE. */
uint32_t act_with_whom(const struct finder *finder, uint32_t subject);

/* "a téléphoné à X": what else than "to" can govern the object. */
uint64_t act_goes_to(const struct act *act);

/* visitor.c: "accueilli à sa descente d'avion": the visit begins; no meeting; BY, "accueilli par
 * B"; "at the opening of the summit": at a gathering, which counts. */
enum welcome { WELCOME_NONE, WELCOME_BY, WELCOME_ARRIVAL };
enum welcome act_welcomes(const struct finder *finder, const struct act *act);
bool act_greets(const struct finder *finder, const struct act *act);
/* "will host B on a state visit": the guest's visit, and no meeting besides. */
bool act_hosts_visit(const struct finder *finder, const struct act *act);

/* "A rencontrera B avant de s'envoler", "before flying (to Oslo to meet C)": behind words of time
 * the one who acts, and whether it is over, are those of the clause. */
bool act_is_timed(const struct finder *finder, const struct act *act);
/* travel.c: "s'est envolé pour Rome", "left for Rome": it tells that somebody is off. */
bool act_sets_out(const struct finder *finder, const struct act *act);
/* travel.c: "flew to Rome", "where he was visiting", "visited last week": it tells whither. */
bool act_is_bound(const struct finder *finder, const struct act *act);
/* "visited the Irish Parliament": the state whose house is visited, or NULL. */
const struct annotation *act_house_visited(const struct finder *finder, const struct act *act);
/* Whether the clause of the verb at the chunk goes on to one of types. */
bool act_goes_on(const struct finder *finder, uint32_t verb, uint64_t types);
/* told.c: "met Holm's bankers, including A", "those who met B | include A": who is told of them; or
 * CLAUSE_NONE. */
uint32_t act_members(const struct finder *finder, const struct act *act);
uint32_t act_some(const struct finder *finder, const struct act *act);
/* objective.c: a pronoun stands for whom the verb's subject met: "met him". */
bool act_is_objective(const struct finder *finder, const struct act *act);

/* actor.c: who acts with the form in -ing at verb, told behind it, "After meeting A, B flew
 * home", or in the clause before it, "said so while receiving A"; who "became the first to" do it;
 * the PARTY chunk behind "with" that is the verb's own.  Each may be CLAUSE_NONE. */
uint32_t act_actor_behind(const struct finder *finder, uint32_t verb);
uint32_t act_actor_before(const struct finder *finder, uint32_t verb);
uint32_t act_actor_first(const struct finder *finder, uint32_t verb, uint32_t subject);
uint32_t act_told_by_copula(const struct finder *finder, uint32_t verb); /* "the first was A" */
uint32_t act_other_side(const struct finder *finder, const struct act *act);
bool act_aims_at(const struct finder *finder, uint32_t verb, uint32_t with);

/* "visitera l'Albanie": the state right behind is where the journey goes; or NULL. */
const struct annotation *act_state(const struct finder *finder, const struct act *act);
/* "will begin negotiating": the verb right before the gerund, which tells when, else itself. */
const struct verb *act_told_verb(const struct finder *finder, const struct act *act);
/* "visited the minister": whether a verb of calling has a person behind it. */
bool act_is_visited(const struct finder *finder, const struct act *act);

/* act_read.c: fills subject, object, with, agent and between from the clause around the verb;
 * whether the verb has the parties that its frame asks for; whether the chunk tells several. */
void act_read(const struct finder *finder, struct act *act);
bool act_complete(const struct finder *finder, const struct act *act);
bool told_of_group(const struct finder *finder, uint32_t chunk); /* "Leaders, including | B" */
bool act_is_several(const struct finder *finder, uint32_t chunk);
/* "la Knesset", "le gouvernement norvégien": a house or cabinet that stands for its state. */
bool act_is_house(const struct finder *finder, const struct party *party);

/* actor.c: adds who leads the subject: "Led by A, the team met B"; and who stands beside it:
 * "X and union leaders Y and Z met", "the board, led by X, met". */
void slot_fronted_leader(const struct finder *finder, struct mention *mention, uint32_t subject,
                         enum part part);
void act_beside_subject(const struct finder *finder, const struct act *act,
                        struct mention *mention);

#endif
