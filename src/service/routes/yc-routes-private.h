/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The handlers that the table of routes names. */
#pragma once

#include "yc-route.h"

G_BEGIN_DECLS

YcHttpResponse *yc_session_route_create         (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_session_route_get            (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_session_route_remove         (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_user_route_list              (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_user_route_create            (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_catalog_route_get_changes    (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_catalog_route_publish        (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_case_route_create            (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_case_route_list              (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_case_route_get               (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_case_route_submit            (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_case_route_decide            (YcCall  *call,
                                                 GError **error);
YcCertificateDraft *
                yc_case_route_foresee           (YcCall  *call);
YcHttpResponse *yc_case_route_withdraw          (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_case_route_get_certificate   (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_file_route_put               (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_file_route_get               (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_certificate_route_list       (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_certificate_route_get        (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_delivery_route_list_channels (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_delivery_route_create        (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_delivery_route_retry         (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_certificate_route_make_void  (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_certificate_route_replace    (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_certificate_route_reissue    (YcCall  *call,
                                                 GError **error);
YcCertificateDraft *yc_certificate_route_foresee_replacement (YcCall *call);
YcCertificateDraft *yc_certificate_route_foresee_reissue (YcCall *call);
YcHttpResponse *yc_person_route_find            (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_licence_route_find           (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_knowledge_route_get          (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_knowledge_route_publish      (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_inquiry_route_list           (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_inquiry_route_create         (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_inquiry_route_get            (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_inquiry_route_step           (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_inquiry_route_hear           (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_plan_route_create            (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_plan_route_change            (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_plan_route_search            (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_plan_route_look              (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_plan_route_list_held         (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_plan_route_list_open         (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_plan_route_hand_over         (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_plan_route_answer            (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_print_route_create           (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_print_route_set_state        (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_print_route_get_overprint    (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_print_route_get_sheet        (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_returns_route_summarize      (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_event_route_listen           (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_public_route_get_health      (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_public_route_get_metrics     (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_public_route_get_openapi     (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_verification_route_get       (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_verification_route_list_keys (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_verification_route_list_revocations (YcCall *call,
                                                 GError **error);
YcHttpResponse *yc_verify_route_ask             (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_verify_route_check_file      (YcCall  *call,
                                                 GError **error);
YcHttpResponse *yc_verify_route_get             (YcCall  *call,
                                                 GError **error);

G_END_DECLS
