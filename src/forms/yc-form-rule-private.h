/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A layout's rule: show, hide, enable, disable or lock an element as the data say. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcFormEffect:
 * @YC_FORM_EFFECT_NONE: what the rule says is not known and does nothing.
 * @YC_FORM_EFFECT_SHOW: visible while the condition holds.
 * @YC_FORM_EFFECT_HIDE: visible while it does not.
 * @YC_FORM_EFFECT_ENABLE: enabled while it holds.
 * @YC_FORM_EFFECT_DISABLE: enabled while it does not.
 * @YC_FORM_EFFECT_READONLY: read only while it holds.
 * @YC_FORM_EFFECT_WRITABLE: read only while it does not.
 */
typedef enum
{
  YC_FORM_EFFECT_NONE,
  YC_FORM_EFFECT_SHOW,
  YC_FORM_EFFECT_HIDE,
  YC_FORM_EFFECT_ENABLE,
  YC_FORM_EFFECT_DISABLE,
  YC_FORM_EFFECT_READONLY,
  YC_FORM_EFFECT_WRITABLE,
} YcFormEffect;

typedef struct _YcFormRule YcFormRule;

YcFormRule   *yc_form_rule_new        (JsonObject  *rule,
                                       GError     **error);
YcFormRule   *yc_form_rule_ref        (YcFormRule  *self);
void          yc_form_rule_unref      (YcFormRule  *self);
YcFormEffect  yc_form_rule_get_effect (YcFormRule  *self);
gboolean      yc_form_rule_holds      (YcFormRule  *self,
                                       JsonNode    *data,
                                       const char  *base);
GPtrArray    *yc_form_rule_get_reads  (YcFormRule  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFormRule, yc_form_rule_unref)

G_END_DECLS
