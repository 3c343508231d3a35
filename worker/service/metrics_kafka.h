/*
 * metrics_kafka.h -- the part of the metrics that is about Kafka itself: how far behind each
 * partition is, and what librdkafka tells of its connections.
 */
#ifndef SERVICE_METRICS_KAFKA_H
#define SERVICE_METRICS_KAFKA_H

#include <stdio.h>

#include "service/vitals.h"

void lags_show(FILE *file, struct lags *lags);
void clients_show(FILE *file, const struct vitals *vitals);

#endif
