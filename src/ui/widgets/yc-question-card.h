/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One question in large type; its answers are numbered, and a digit answers it. */
#pragma once

#include <gtk/gtk.h>

#include "yc-catalog.h"
#include "yc-question.h"

G_BEGIN_DECLS

#define YC_TYPE_QUESTION_CARD (yc_question_card_get_type ())

G_DECLARE_FINAL_TYPE (YcQuestionCard, yc_question_card, YC, QUESTION_CARD, GtkWidget)

GtkWidget  *yc_question_card_new          (void);
void        yc_question_card_set_question (YcQuestionCard *self, YcQuestion *question);
YcQuestion *yc_question_card_get_question (YcQuestionCard *self);
void        yc_question_card_set_error    (YcQuestionCard *self, const char *words);
void        yc_question_card_set_catalog  (YcQuestionCard *self, YcCatalog *catalog);
void        yc_question_card_set_before   (YcQuestionCard *self, JsonNode *answer);
JsonNode   *yc_question_card_get_before   (YcQuestionCard *self);
gboolean    yc_question_card_is_first     (YcQuestionCard *self, GtkWidget *widget);

G_END_DECLS
