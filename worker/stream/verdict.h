/*
 * verdict.h -- what an error of librdkafka means for the loop.
 *
 *     error --verdict--> FAULT_ code --fault_remedy--> retry, skip, rewind or stop
 *
 * The only place that decides it; everything else passes the code on.
 */
#ifndef STREAM_VERDICT_H
#define STREAM_VERDICT_H

#include <librdkafka/rdkafka.h>

#include "base/fault.h"

/*
 * Of a transactional call.  doing is what was tried: "committing".  Returns FAULT_BROKER
 * (call again), FAULT_ABORTED, FAULT_FENCED or FAULT_FATAL, and destroys error.  NULL is 0.
 */
int verdict_of_call(rd_kafka_error_t *error, const char *doing, struct fault *ret_fault);

/*
 * Of a message that could not be written to topic.  FAULT_REFUSED: the message itself is
 * to blame and would be refused again; FAULT_ABORTED: another try may pass; else stop.
 */
int verdict_of_delivery(rd_kafka_resp_err_t error, const char *topic, struct fault *ret_fault);

/* Of an error that came instead of an article: 0 when librdkafka mends it by itself. */
int verdict_of_consuming(rd_kafka_resp_err_t error, const char *text, struct fault *ret_fault);

#endif
