/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of saved plans. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yc_plan_number_compose:
 * @place: the code of the place
 * @year: the year
 * @running: the running number of that place and year, from 1
 *
 * "JH-PLACE-YEAR-RUNNING-CHECK", as the service numbers plans: place, year, at least six digits and
 * the check character of ISO 7064 MOD 37,36, so that one that was misheard is found out.
 *
 * Returns: (transfer full) (nullable): the number, %NULL when a part is out of range
 */
char     *yc_plan_number_compose       (const char *place,
                                        guint       year,
                                        guint64     running);

/**
 * yc_plan_number_compose_local:
 * @id: the UUID of a plan
 *
 * "LS-XXXXX-XXXXX-CHECK", which follows from the id alone: it can be printed with the line down, is
 * never given twice, and finds the plan for good, also after the service has given it a number.
 *
 * Returns: (transfer full) (nullable): the number, %NULL when @id is no UUID
 */
char     *yc_plan_number_compose_local (const char *id);

/**
 * yc_plan_number_normalize:
 * @text: what was typed or scanned
 *
 * Capital letters, without spaces around.
 *
 * Returns: (transfer full) (nullable): the number, %NULL when it is none of either kind
 */
char     *yc_plan_number_normalize     (const char *text);

G_END_DECLS
