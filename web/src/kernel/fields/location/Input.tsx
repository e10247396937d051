import { AimOutlined } from "@ant-design/icons";
import { Button, Input, Space } from "antd";
import { useEffect, useRef, useState } from "react";
import type { Location } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import type { InputProps } from "../kind";
import { fieldWords } from "../messages";
import { DecimalInput } from "../parts/DecimalInput";

const LONGEST_WAIT = 15_000;

/** Longitude and latitude, taken from the device or typed, with a name for the place. */
export function LocationInput({ field, id, value, onChange, describedBy }: InputProps<Location>) {
  const say = useSay(fieldWords);
  const [refused, setRefused] = useState(false);
  const [seeking, setSeeking] = useState(false);
  // a device takes its time: what was typed meanwhile stays, and what was left meanwhile is left alone
  const now = useRef<{ value: Location | null; onChange: (value: Location) => void } | null>(null);
  useEffect(() => {
    now.current = { value, onChange };
    return () => {
      now.current = null;
    };
  }, [value, onChange]);

  function takeHere() {
    setRefused(false);
    setSeeking(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setSeeking(false);
        const { longitude, latitude } = coords;
        now.current?.onChange({ ...now.current.value, longitude, latitude });
      },
      () => {
        setSeeking(false);
        setRefused(true);
      },
      { enableHighAccuracy: true, timeout: LONGEST_WAIT, maximumAge: 60_000 },
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
        <Button
          icon={<AimOutlined />}
          loading={seeking}
          aria-label={say("here")}
          title={say("here")}
          onClick={takeHere}
        />
      </Space.Compact>
      {value && (
        <Input
          style={{ marginTop: 8 }}
          aria-label={say("place")}
          placeholder={say("place")}
          value={value.place ?? ""}
          onChange={event => onChange({ ...value, place: event.target.value || null })}
        />
      )}
      {seeking && (
        <span className="form-row-help" role="status">
          {say("seekingHere")}
        </span>
      )}
      {refused && <span className="form-row-error">{say("hereRefused")}</span>}
    </>
  );
}
