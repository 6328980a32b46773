/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of an issued certificate beside its sheet: numbers, version, term, what became of
 * it. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_CERTIFICATE_FACTS (yc_certificate_facts_get_type ())

G_DECLARE_FINAL_TYPE (YcCertificateFacts, yc_certificate_facts, YC, CERTIFICATE_FACTS, GtkWidget)

GtkWidget *yc_certificate_facts_new      (void);
/* Once, before anything else. */
void       yc_certificate_facts_set_desk (YcCertificateFacts *self,
                                          YcDesk             *desk);
/* From now on says only what is news: what became of it, and how; the numbers stand elsewhere. */
void       yc_certificate_facts_set_brief (YcCertificateFacts *self);
/* The certificate of that number as the desk knows it now; the rest is fetched. The same once more
 * fetches again; %NULL shows nothing. */
void       yc_certificate_facts_show     (YcCertificateFacts *self,
                                          const char         *serial,
                                          const char         *case_number,
                                          YcCertificateState  state);

G_END_DECLS
