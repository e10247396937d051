import { AimOutlined } from "@ant-design/icons";
import { Button, Input, Space } from "antd";
import { useState } from "react";
import type { Location } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import type { InputProps } from "../kind";
import { fieldWords } from "../messages";
import { DecimalInput } from "../parts/DecimalInput";

/** Longitude and latitude, taken from the device or typed, with a name for the place. */
export function LocationInput({ field, id, value, onChange, describedBy }: InputProps<Location>) {
  const say = useSay(fieldWords);
  const [refused, setRefused] = useState(false);

  function takeHere() {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setRefused(false);
        onChange({ ...value, longitude: coords.longitude, latitude: coords.latitude });
      },
      () => setRefused(true),
    );
  }

  const coordinate = (name: "longitude" | "latitude") => (
    <DecimalInput
      field={{ ...field, required: false, unit: null }}
      id={name === "longitude" ? id : `${id}-${name}`}
      value={value ? String(value[name]) : null}
      suffix={say(name)}
      describedBy={describedBy}
      onChange={text => {
        const next = { longitude: 0, latitude: 0, ...value, [name]: Number(text ?? 0) };
        onChange(text === null && !value?.place ? null : next);
      }}
    />
  );

  return (
    <>
      <Space.Compact block>
        {coordinate("longitude")}
        {coordinate("latitude")}
        <Button icon={<AimOutlined />} aria-label={say("here")} title={say("here")} onClick={takeHere} />
      </Space.Compact>
      {value && (
        <Input
          aria-label={say("place")}
          placeholder={say("place")}
          value={value.place ?? ""}
          onChange={event => onChange({ ...value, place: event.target.value || null })}
        />
      )}
      {refused && <span className="form-row-error">{say("hereRefused")}</span>}
    </>
  );
}
