/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole city's catalog for benchmarks, made of the sample one. */
#pragma once

#include "yc-test-service.h"

G_BEGIN_DECLS

#define YC_CITY_ITEMS 1300
#define YC_CITY_ENTRIES 10000

/* Publishes the sample catalog of @service once more, with so many items and knowledge entries
 * added as a city has; the same at every run. */
void yc_city_publish (YcTestService *service);

G_END_DECLS
