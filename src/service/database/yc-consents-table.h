/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What applicants agreed to: over which channels their certificates may be sent. */
#pragma once

#include "yc-transaction.h"

G_BEGIN_DECLS

/**
 * YcConsent:
 * @case_id: the case
 * @try_number: with which submission it was said
 * @channels: the channels, with spaces between; "" for none
 * @by_id: who took it down
 * @by_name: that person's name
 * @at: when
 */
typedef struct
{
  const char *case_id;
  gint64 try_number;
  const char *channels;
  const char *by_id;
  const char *by_name;
  const char *at;
} YcConsent;

/**
 * YcLaterConsent:
 * @delivery: what is sent because of it, of a certificate that was issued already
 * @by_id: who took it down
 * @by_name: that person's name
 * @at: when
 */
typedef struct
{
  const char *delivery;
  const char *by_id;
  const char *by_name;
  const char *at;
} YcLaterConsent;

gboolean yc_consents_table_insert       (YcTransaction         *transaction,
                                         const YcConsent       *consent,
                                         GError               **error);
gboolean yc_consents_table_insert_later (YcTransaction         *transaction,
                                         const YcLaterConsent  *consent,
                                         GError               **error);

G_END_DECLS
